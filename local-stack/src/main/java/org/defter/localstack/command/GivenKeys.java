package org.defter.localstack.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.defter.core.log.VerifierKey;
import org.defter.core.value.InvalidValue;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Public keys as {@code --key} gives them: each itself, or a file with one on each line. */
final class GivenKeys {
  private GivenKeys() {}

  static List<VerifierKey> read(List<String> keysOrFiles, CommandLine line) {
    return keysOrFiles.stream().flatMap(keyOrFile -> read(keyOrFile, line)).toList();
  }

  private static Stream<VerifierKey> read(String keyOrFile, CommandLine line) {
    try {
      return lines(keyOrFile).stream().map(VerifierKey::parse).toList().stream();
    } catch (InvalidValue notAKey) {
      throw new ParameterException(line, "--key: " + notAKey.getMessage());
    } catch (IOException unreadable) {
      throw new ParameterException(line, "cannot read " + keyOrFile + ": " + unreadable);
    }
  }

  /** The keys in a file of this name; where there is none, it is a key itself. */
  private static List<String> lines(String keyOrFile) throws IOException {
    Path path = Path.of(keyOrFile);
    if (!Files.isRegularFile(path)) {
      return List.of(keyOrFile);
    }
    return Files.readAllLines(path).stream()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .toList();
  }
}
