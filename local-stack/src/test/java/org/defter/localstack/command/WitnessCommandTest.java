package org.defter.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WitnessCommandTest {
  /** The key of the sample that core approved. */
  private static final Path KEY = Path.of("../core/src/test/resources/log/evidence.vkey");

  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... arguments) {
    CommandLine line = Defter.commandLine(Map.of());
    line.setOut(new PrintWriter(new StringWriter())).setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() {
    String state = folder.resolve("state").toString();
    String key = KEY.toString();

    assertThat(run("witness", "--state", state)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--key");
    assertThat(run("witness", "--state", state, "--key", "no-key")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--key: 'no-key' is not a verifier key");
    assertThat(run("witness", "--state", state, "--key", key)).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("--name: a new witness needs a name");
    assertThat(
            run("witness", "--state", state, "--key", key, "--name", "w", "--host", "no.invalid"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("there is no address 'no.invalid'");
    assertThat(run("witness", "--state", key, "--key", key, "--name", "w"))
        .isEqualTo(ExitCode.DATA_DIRECTORY);
    assertThat(err.toString()).contains("cannot use " + key, "Choose another folder with --state");
  }
}
