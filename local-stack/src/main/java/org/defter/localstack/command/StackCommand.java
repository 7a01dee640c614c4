package org.defter.localstack.command;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defter.localstack.LocalStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** What every subcommand has: the stack it is about, and where to print. Answers an exit code. */
abstract class StackCommand implements Callable<Integer> {
  @ParentCommand private @Nullable Defter defter;
  @Spec private @Nullable CommandSpec spec;

  LocalStack stack() {
    return Objects.requireNonNull(defter, "set by picocli").stack(out());
  }

  PrintWriter out() {
    return Objects.requireNonNull(spec, "set by picocli").commandLine().getOut();
  }

  /** One line about what went wrong. */
  void err(String line) {
    PrintWriter err = Objects.requireNonNull(spec, "set by picocli").commandLine().getErr();
    err.println("defter: " + line);
    err.flush();
  }
}
