package org.defter.core.log.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verifier for auditors in {@code docs/verify}, which shares no code with this one. */
class OtherVerifierTest {

  private static final Path VERIFIER = Path.of("../docs/verify/verify.py").toAbsolutePath();
  private static final Path FLIPS = Path.of("src/test/resources/log/flips.py").toAbsolutePath();
  private static final String LOG = EvidenceSample.LOG.verifier().toString();

  record Outcome(int exit, String said) {}

  @Test
  void provesWhatThisOneProves(@TempDir Path folder) throws Exception {
    Path file = written(folder, EvidenceSample.evidence(EvidenceSample.history()));

    assertThat(run(VERIFIER, file))
        .isEqualTo(
            new Outcome(
                0,
                "PROVEN: versions 1 to 2 of fact/f1 in the log of example.org/archive at 300 entries;"
                    + " not proven: that none came later\n"));
  }

  @Test
  void saysWhichOfTheGivenWitnessesSawIt(@TempDir Path folder) throws Exception {
    Path file = written(folder, EvidenceSample.evidence(EvidenceSample.history()));

    assertThat(run(VERIFIER, file, EvidenceSample.WITNESS.verifier().toString()).said())
        .startsWith("PROVEN: ")
        .endsWith("\nseen by witness.example at 2026-02-04T00:00:00Z\n");
  }

  @Test
  void refusesWhatThisOneRefuses(@TempDir Path folder) throws Exception {
    Evidence holed = EvidenceSample.evidence(EvidenceSample.history().subList(1, 4));

    assertThat(run(VERIFIER, written(folder, holed)))
        .isEqualTo(new Outcome(1, "REFUSED: a version of fact/f1 is missing\n"));
  }

  @Test
  void findsEveryChangedByteToo(@TempDir Path folder) throws Exception {
    Evidence sample = EvidenceSample.evidence(EvidenceSample.history());
    int length = sample.bytes().length;

    assertThat(run(FLIPS, written(folder, sample)))
        .isEqualTo(new Outcome(0, "%d changes, 0 not found\n".formatted(3 * length)));
  }

  private static Path written(Path folder, Evidence evidence) throws IOException {
    return Files.write(folder.resolve("evidence.json"), evidence.bytes());
  }

  private static Outcome run(Path script, Path file, String... furtherKeys) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("python3", script.toString(), file.toString(), LOG));
    command.addAll(List.of(furtherKeys));
    ProcessBuilder python = new ProcessBuilder(command).redirectErrorStream(true);
    python.environment().put("PYTHONPATH", VERIFIER.resolveSibling("").toString());
    python.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    Process process = python.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), said);
  }
}
