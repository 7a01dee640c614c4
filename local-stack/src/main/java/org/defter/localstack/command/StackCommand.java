package org.defter.localstack.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defter.localstack.LocalStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every subcommand has: the stack it is about, and where to print. Answers an exit code. */
abstract class StackCommand implements Callable<Integer> {
  @Spec private @Nullable CommandSpec spec;

  LocalStack stack() {
    return defter().stack(out());
  }

  /** The options that every subcommand has. */
  Defter defter() {
    return (Defter) Objects.requireNonNull(spec, "set by picocli").root().userObject();
  }

  CommandLine commandLine() {
    return Objects.requireNonNull(spec, "set by picocli").commandLine();
  }

  PrintWriter out() {
    return commandLine().getOut();
  }

  /** One line, at once. */
  void say(String line) {
    out().println(line);
    out().flush();
  }

  /** One line about what went wrong. */
  void err(String line) {
    PrintWriter err = commandLine().getErr();
    err.println("defter: " + line);
    err.flush();
  }
}
