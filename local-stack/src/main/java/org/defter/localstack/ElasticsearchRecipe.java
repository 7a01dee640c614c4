package org.defter.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Elasticsearch node over {@code elasticsearch/}; its analysis plugin comes with its home. */
record ElasticsearchRecipe(
    Distribution distribution, Account account, Path folder, int port, int transportPort)
    implements Recipe {
  // G1 also with a small heap: under Serial the circuit breaker refuses bulks (measured).
  private static final String JVM_OPTIONS =
      """
      -Xms512m
      -Xmx512m
      -XX:+UseG1GC
      -XX:+ExitOnOutOfMemoryError
      -Djava.io.tmpdir=${ES_TMPDIR}
      """;

  @Override
  public Part part() {
    return Part.ELASTICSEARCH;
  }

  @Override
  public String version() {
    return distribution.version(Part.ELASTICSEARCH);
  }

  private Path configuration() {
    return folder.resolve("config");
  }

  private Path temporary() {
    return folder.resolve("tmp");
  }

  private Path pidFile() {
    return folder.resolve("pid");
  }

  @Override
  public void prepare() {
    try {
      Files.createDirectories(configuration());
      Files.createDirectories(temporary());
      Files.createDirectories(folder.resolve("data"));
      Files.writeString(configuration().resolve("elasticsearch.yml"), settings());
      Files.writeString(configuration().resolve("jvm.options"), JVM_OPTIONS);
      Files.writeString(configuration().resolve("log4j2.properties"), logging());
      Files.deleteIfExists(pidFile());
      account.own(folder);
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot prepare " + folder, e);
    }
  }

  private String settings() {
    // Elasticsearch's own watermarks are shares of the disk, and stop writes on a large one with
    // a hundred gigabytes to spare.
    return """
    cluster.name: defter
    node.name: local
    path.data: '%1$s/data'
    path.logs: '%1$s'
    network.host: 127.0.0.1
    http.port: %2$d
    transport.port: %3$d
    discovery.type: single-node
    xpack.security.enabled: false
    cluster.routing.allocation.disk.watermark.low: 2gb
    cluster.routing.allocation.disk.watermark.high: 1gb
    cluster.routing.allocation.disk.watermark.flood_stage: 512mb
    """
        .formatted(folder.toString().replace("'", "''"), port, transportPort);
  }

  private String logging() {
    return """
    status = error
    rootLogger.level = info
    rootLogger.appenderRef.file.ref = file
    appender.file.type = File
    appender.file.name = file
    appender.file.fileName = ${sys:es.logs.base_path}/%s
    appender.file.append = true
    appender.file.layout.type = PatternLayout
    appender.file.layout.pattern = %%d{ISO8601} %%-5p %%m (%%c{1.})%%n
    """
        .formatted(log().getFileName());
  }

  /**
   * As a daemon: the launcher ends when the server is up, so the process recorded is the server.
   */
  @Override
  public List<String> command() {
    return account.as(
        List.of(
            distribution.elasticsearchHome().resolve("bin/elasticsearch").toString(),
            "-d",
            "-p",
            pidFile().toString()));
  }

  @Override
  public Map<String, String> environment() {
    return Map.of(
        "ES_JAVA_HOME", Distribution.javaHome().toString(),
        "ES_PATH_CONF", configuration().toString(),
        "ES_TMPDIR", temporary().toString());
  }

  /** By the cluster's health: this distribution does not serve {@code GET /}. */
  @Override
  public boolean answers() {
    return HttpProbe.get(uri() + "/_cluster/health?wait_for_status=yellow&timeout=1s")
        .filter(health -> !health.path("timed_out").asBoolean(true))
        .isPresent();
  }

  private String uri() {
    return "http://127.0.0.1:" + port;
  }

  @Override
  public boolean heldByPredecessor(String logTail) {
    return logTail.contains("failed to obtain node lock");
  }

  /** Its command line names the folder for temporary files, but not its configuration. */
  @Override
  public Optional<LinuxProcess> ownRecord() {
    return PidFile.read(pidFile(), temporary().toString());
  }
}
