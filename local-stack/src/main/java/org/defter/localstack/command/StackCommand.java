package org.defter.localstack.command;

import java.io.PrintWriter;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.defter.identity.Role;
import org.defter.localstack.LocalStack;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
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

  /**
   * The token to send: that in DEFTER_TOKEN, or one made for somebody of the archive here.
   *
   * @param elsewhere another archive than the one here; null for the one here
   * @param actor who sends it, in the archive here
   * @param role in which they do
   */
  String token(@Nullable URI elsewhere, String actor, Role role) {
    String given = defter().token();
    if (given != null) {
      return given;
    }
    if (elsewhere != null) {
      throw new ParameterException(
          commandLine(),
          "set DEFTER_TOKEN to a token that %s believes: it does not know who you are"
              .formatted(elsewhere));
    }
    return stack().token(actor, role.word());
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
