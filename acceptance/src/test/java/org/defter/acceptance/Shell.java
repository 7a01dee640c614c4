package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.defter.localstack.LocalStack;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs lines as a person types them. In them, {@code $ARCHIVE} is the archive's public address,
 * {@code $ANN}, {@code $BOB} and {@code $ADA} are tokens of an archivist, a reviewer and an
 * administrator, {@code $SEED} the folder of the seed collection, and {@code defter} the command,
 * on the data directory of this archive.
 *
 * @param stack the archive
 */
record Shell(LocalStack stack) {
  /** What {@code ./defter} runs, without its look at whether something must be built first. */
  private static final String DEFTER = "defter() { \"$JAVA\" -jar \"$DEFTER_JAR\" \"$@\"; }\n";

  private static final Path COMMAND = Path.of("..", "local-stack", "target", "local-stack.jar");
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MINUTES_AT_MOST = 3;

  /**
   * The JSON that a {@code curl} line prints.
   *
   * @throws AssertionError when the line fails, or what it prints is no JSON or a problem detail
   */
  JsonNode answer(String line) {
    JsonNode answer = JSON.readTree(run(line));
    assertThat(answer.path("type").asString(""))
        .as("%s%nanswered %s", line, answer)
        .doesNotStartWith("/problems/");
    return answer;
  }

  /**
   * Has an archivist give a command, and answers its receipt.
   *
   * @param path for example {@code facts/S012/corrections}
   * @param version what {@code If-Match} says; 0 to send none
   */
  String command(String path, int version, String body) {
    String ifMatch = version == 0 ? "" : "-H 'If-Match: \"%d\"'".formatted(version);
    String line =
        """
        curl -s --max-time 30 "$ARCHIVE/api/v1/%s" -H "Authorization: Bearer $ANN" %s --json '%s'
        """
            .formatted(path, ifMatch, body);
    String receipt = answer(line).path("receipt").asString("");
    assertThat(receipt).as(line).isNotEmpty();
    return receipt;
  }

  /** What the line prints, which must succeed. */
  String run(String line) {
    Printed printed = attempt(line);
    assertThat(printed.exitCode()).as("%s%nprinted: %s", line, printed.output()).isZero();
    return printed.output();
  }

  /** What a line printed, and how it ended. */
  record Printed(int exitCode, String output) {}

  /** Runs a line that may fail. */
  Printed attempt(String line) {
    try {
      Path printed = Files.createTempFile("printed", ".txt");
      // By way of standard input: arguments would be read in the locale's character set.
      ProcessBuilder shell =
          new ProcessBuilder("sh", "-s").redirectErrorStream(true).redirectOutput(printed.toFile());
      shell
          .environment()
          .putAll(
              Map.of(
                  "ARCHIVE", stack.publicUri().toString(),
                  "ANN", stack.token("ann", "archivist"),
                  "BOB", stack.token("bob", "reviewer"),
                  "ADA", stack.token("ada", "administrator"),
                  "SEED", Seed.folder().toString(),
                  "JAVA", Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "DEFTER_JAR", COMMAND.toString(),
                  "DEFTER_DATA", stack.dataDirectory().toString()));
      Process process = shell.start();
      try (var script = process.outputWriter(StandardCharsets.UTF_8)) {
        script.write(DEFTER + line);
      }
      boolean ended = process.waitFor(MINUTES_AT_MOST, TimeUnit.MINUTES);
      process.destroyForcibly();
      String output = Files.readString(printed);
      Files.delete(printed);
      assertThat(ended).as("%s%nended in time; printed: %s", line, output).isTrue();
      return new Printed(process.waitFor(), output);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }
}
