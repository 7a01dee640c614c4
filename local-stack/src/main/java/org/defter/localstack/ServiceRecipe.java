package org.defter.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of the two services: its executable jar, told everything by environment variables. */
record ServiceRecipe(
    Part part,
    Distribution distribution,
    Path folder,
    int port,
    Supplier<Map<String, String>> settings)
    implements Recipe {
  @Override
  public String version() {
    return distribution.version(part);
  }

  /**
   * A copy of the jar, so that a build does not take the classes from under the running service.
   */
  @Override
  public void prepare() {
    try {
      Files.copy(distribution.serviceJar(part), jar(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot write " + jar(), e);
    }
  }

  private Path jar() {
    return folder.resolve("service.jar");
  }

  @Override
  public List<String> command() {
    return List.of(
        Distribution.java().toString(),
        "-Xms64m",
        "-Xmx512m",
        "-XX:+UseSerialGC",
        "-XX:+ExitOnOutOfMemoryError",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Duser.timezone=UTC",
        "-Djava.io.tmpdir=" + folder,
        "-jar",
        jar().toString());
  }

  @Override
  public Map<String, String> environment() {
    return settings.get();
  }

  /** A service built anew is another program: `up` replaces the one that runs. */
  @Override
  public String madeFrom() {
    try {
      return Files.getLastModifiedTime(distribution.serviceJar(part)).toString();
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot read " + distribution.serviceJar(part), e);
    }
  }

  @Override
  public boolean answers() {
    return HttpProbe.get("http://127.0.0.1:" + port + "/actuator/health/readiness")
        .filter(health -> health.path("status").asString("").equals("UP"))
        .isPresent();
  }
}
