package org.defter.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class VerifyCommandTest {
  /** What core approved as the form of such a file. */
  private static final Path SAMPLE = Path.of("../core/src/test/resources/log/evidence.json");

  private static final Path KEY = Path.of("../core/src/test/resources/log/evidence.vkey");

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(String... arguments) {
    CommandLine line = Defter.commandLine(Map.of());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void provesWithTheKeyAloneOrInAFile() throws IOException {
    assertThat(run("verify", SAMPLE.toString(), "--key", KEY.toString())).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .startsWith("PROVEN: versions 1 to 2 of fact/f1")
        .contains("Not proven: that there is no later version");
    String key = Files.readString(KEY).strip();
    assertThat(run("verify", SAMPLE.toString(), "--key", key)).isEqualTo(ExitCode.OK);
  }

  @Test
  void refusesAChangedFile() throws IOException {
    Path changed = folder.resolve("changed.json");
    Files.writeString(changed, Files.readString(SAMPLE).replace("maria", "marie"));

    assertThat(run("verify", changed.toString(), "--key", KEY.toString())).isEqualTo(1);
    assertThat(out.toString()).startsWith("REFUSED: entry 17 is not in the log as given");
  }

  @Test
  void doesNotLetTheFileSteerTheTerminal() throws IOException {
    Path changed = folder.resolve("changed.json");
    Files.writeString(
        changed,
        Files.readString(SAMPLE).replace("defter-evidence@v1", "\\u001b[2J\u202eeverything"));

    assertThat(run("verify", changed.toString(), "--key", KEY.toString())).isEqualTo(1);
    assertThat(out.toString()).contains("'?[2J?everything'").doesNotContain("\u001b");
  }

  @Test
  void saysWhatIsWrongWithTheCommandLine() {
    String sample = SAMPLE.toString();

    assertThat(run("verify", sample)).isEqualTo(ExitCode.USAGE);
    assertThat(run("verify", sample, "--key", "no-key")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("'no-key' is not a verifier key");
    assertThat(run("verify", folder.toString(), "--key", KEY.toString())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("cannot read " + folder);
  }
}
