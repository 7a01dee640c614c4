package org.defter.localstack.command;

import java.util.List;
import org.defter.identity.LocalIdentity.Person;
import org.defter.localstack.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code defter token}. */
@Command(
    name = "token",
    description = {
      "Print a token of somebody of the archive here, good for an hour, for programs to send:",
      "  curl -H \"Authorization: Bearer $(./defter token archivist)\" …",
      "Whoever can read the data directory may speak for anybody in its archive."
    })
final class TokenCommand extends StackCommand {
  @Parameters(
      paramLabel = "NAME",
      defaultValue = "archivist",
      description = "One of those who can sign in, or anybody else with --role.")
  private String name = "";

  @Option(
      names = "--role",
      split = ",",
      paramLabel = "ROLE",
      description =
          "researcher, archivist, reviewer, auditor or administrator. Default: those of NAME.")
  private List<String> roles = List.of();

  @Override
  public Integer call() {
    LocalStack stack = stack();
    List<String> known =
        stack.people().stream()
            .filter(person -> person.name().equals(name))
            .findFirst()
            .map(Person::roles)
            .orElse(List.of());
    List<String> given = roles.isEmpty() ? known : roles;
    if (given.isEmpty()) {
      throw new ParameterException(
          commandLine(), "'%s' cannot sign in here: say --role, too".formatted(name));
    }
    say(stack.token(name, given.toArray(String[]::new)));
    return ExitCode.OK;
  }
}
