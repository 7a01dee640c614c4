package org.defter.localstack;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code process.json} holds: the process that was started for a part, and from what.
 *
 * @param answered whether it has answered since its start; until then it has its full time to
 * @param making a digest of its command, variables and jar; it hides the password among them
 */
record ProcessRecord(
    LinuxProcess process,
    Instant startedAt,
    boolean answered,
    int port,
    String version,
    String making,
    List<String> command) {

  static ProcessRecord ofStarted(Recipe recipe, LinuxProcess process) {
    return new ProcessRecord(
        process,
        Instant.now(),
        false,
        recipe.port(),
        recipe.version(),
        makingOf(recipe),
        recipe.command());
  }

  static Optional<ProcessRecord> readFor(Recipe recipe) {
    return JsonFile.read(fileOf(recipe), ProcessRecord.class);
  }

  void writeFor(Recipe recipe) {
    JsonFile.write(fileOf(recipe), this);
  }

  static Path fileOf(Recipe recipe) {
    return recipe.folder().resolve("process.json");
  }

  /** The server itself, once it answers: the process started may have been its launcher. */
  ProcessRecord answeredBy(LinuxProcess server) {
    return new ProcessRecord(server, startedAt, true, port, version, making, command);
  }

  /** Whether the part would be started just so today. */
  boolean matches(Recipe recipe) {
    return making.equals(makingOf(recipe));
  }

  private static String makingOf(Recipe recipe) {
    String all =
        recipe.port()
            + "\n"
            + String.join("\n", recipe.command())
            + "\n"
            + new TreeMap<>(recipe.environment())
            + "\n"
            + recipe.madeFrom();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
