package org.defter.localstack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.evidence.Evidence;
import org.defter.core.log.evidence.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
    name = "verify",
    description = {
      "Check the evidence of a fact: that the archive's log holds its history exactly as the file",
      "shows it. Needs no archive and no network, only the archive's public key."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:PROVEN: what is proven is printed, and what is not",
      "1:REFUSED: nothing the file says is proven; why is printed",
      "2:the command line is wrong, or a file cannot be read"
    })
final class VerifyCommand extends StackCommand {
  private static final int REFUSED = 1;

  @Parameters(paramLabel = "FILE", description = "The evidence, as the archive gave it.")
  private @Nullable Path file;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "KEY",
      description = {
        "A public key you trust: name+hash+base64, or a file with one on each line. That of the",
        "archive must be among them; those of witnesses count further. Take them from where you",
        "trust, not from the file to be checked."
      })
  private List<String> keys = List.of();

  @Override
  public Integer call() {
    List<VerifierKey> trusted = GivenKeys.read(keys, commandLine());
    Verdict verdict = Evidence.verify(bytes(), trusted);
    verdict.words().stream().map(VerifyCommand::printable).forEach(out()::println);
    return verdict instanceof Verdict.Proven ? ExitCode.OK : REFUSED;
  }

  /** What stands in a file nobody vouches for must not steer the terminal. */
  private static String printable(String line) {
    return line.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
  }

  private byte[] bytes() {
    Path path = Objects.requireNonNull(file, "picocli insists on it");
    try {
      return Files.readAllBytes(path);
    } catch (IOException unreadable) {
      throw new ParameterException(commandLine(), "cannot read " + path + ": " + unreadable);
    }
  }
}
