package org.defter.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DefterTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;

  private int run(Map<String, String> environment, String... arguments) {
    CommandLine line = Defter.commandLine(environment);
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(arguments);
  }

  @Test
  void helpNamesEverySubcommandAndExitCode() {
    assertThat(run(Map.of(), "--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString())
        .contains(
            "up", "down", "status", "import", "--data=DIR", "--port=N", "3   a part is not up");
  }

  @Test
  void everySubcommandHasHelp() {
    assertThat(run(Map.of(), "up", "--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString()).contains("--foreground", "--data=DIR");
  }

  @Test
  void refusesACommandItDoesNotKnow() {
    assertThat(run(Map.of(), "sideways")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("sideways");
  }

  @Test
  void saysWhatThereIsToDoWhenToldNothing() {
    assertThat(run(Map.of())).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("import, batch, audit, verify, rebuild, witness or token");
  }

  @Test
  void refusesAPortThatIsNone() {
    assertThat(run(Map.of("DEFTER_PORT", "http"), "status", "--data", folder.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("a port is a number from 1 to 65535, not 'http'");
    assertThat(run(Map.of(), "status", "--port", "65536")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void statusOfAStackNeverStartedSaysThatAllIsStopped() {
    int exit = run(Map.of("DEFTER_DATA", folder.toString()), "status", "--json");
    assertThat(exit).isEqualTo(ExitCode.PART_DOWN);
    JsonNode report = JsonMapper.shared().readTree(out.toString());
    assertThat(report.path("data").asString()).isEqualTo(folder.toString());
    assertThat(report.path("parts")).hasSize(5);
    assertThat(report.path("parts"))
        .allSatisfy(part -> assertThat(part.path("state").asString()).isEqualTo("STOPPED"));
  }

  @Test
  void downOfAStackNeverStartedDoesNothing() {
    Path absent = folder.resolve("absent");
    assertThat(run(Map.of(), "down", "--data", absent.toString())).isEqualTo(ExitCode.OK);
    assertThat(absent).doesNotExist();
  }

  @Test
  void theOptionWinsOverTheVariableAndTheVariableOverTheHome() {
    Defter plain = new Defter(Map.of("XDG_DATA_HOME", "/xdg"));
    assertThat(plain.dataDirectory()).isEqualTo(Path.of("/xdg/defter"));
    Map<String, String> named = Map.of("DEFTER_DATA", "/named", "XDG_DATA_HOME", "/xdg");
    assertThat(new Defter(named).dataDirectory()).isEqualTo(Path.of("/named"));
    int exit = run(named, "status", "--json", "--data", folder.toString());
    assertThat(exit).isEqualTo(ExitCode.PART_DOWN);
    assertThat(out.toString()).contains("\"data\":\"" + folder + "\"");
  }

  @Test
  void refusesADataDirectoryThatServerSettingsCannotName() {
    assertThat(run(Map.of(), "up", "--data", folder + "/a,b")).isEqualTo(ExitCode.DATA_DIRECTORY);
    assertThat(err.toString()).contains("holds a comma");
  }
}
