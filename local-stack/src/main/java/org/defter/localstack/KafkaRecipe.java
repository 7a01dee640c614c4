package org.defter.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One Kafka node that is broker and controller (KRaft), over {@code kafka/}. */
record KafkaRecipe(Distribution distribution, Path folder, int port, int controllerPort)
    implements Recipe {
  /** A fixed cluster id is enough: no two stacks share a data directory. */
  private static final String CLUSTER_ID = "ZGVmdGVyLWxvY2FsLTE2Yg";

  private static final String LOGGING =
      """
      status = error
      rootLogger.level = info
      rootLogger.appenderRef.console.ref = console
      appender.console.type = Console
      appender.console.name = console
      appender.console.layout.type = PatternLayout
      appender.console.layout.pattern = %d{ISO8601} %-5p %m (%c{1})%n
      """;

  @Override
  public Part part() {
    return Part.KAFKA;
  }

  @Override
  public String version() {
    return distribution.version(Part.KAFKA);
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Path settings() {
    return folder.resolve("server.properties");
  }

  private Path logging() {
    return folder.resolve("log4j2.properties");
  }

  @Override
  public void prepare() {
    try {
      Files.writeString(settings(), serverProperties());
      Files.writeString(logging(), LOGGING);
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot prepare " + folder, e);
    }
    if (!Files.exists(data().resolve("meta.properties"))) {
      format();
    }
  }

  private void format() {
    List<String> format =
        java("kafka.tools.StorageTool", "format", "--cluster-id", CLUSTER_ID, "--config");
    format.add(settings().toString());
    Shell.Outcome outcome = Shell.run(format);
    if (!outcome.succeeded()) {
      throw StackException.partFailed(
          this, "could not create its storage", outcome.output().lines().toList());
    }
  }

  private String serverProperties() {
    // After kill -9 the new broker must wait until the controller gives the old one's session up:
    // 9 s by Kafka's defaults. The cleaner's 128 MB buffer would not fit the small heap.
    return """
    process.roles=broker,controller
    node.id=1
    listeners=CLIENT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
    advertised.listeners=CLIENT://127.0.0.1:%1$d
    listener.security.protocol.map=CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT
    inter.broker.listener.name=CLIENT
    controller.listener.names=CONTROLLER
    controller.quorum.voters=1@127.0.0.1:%2$d
    log.dirs=%3$s
    broker.session.timeout.ms=3000
    broker.heartbeat.interval.ms=500
    auto.create.topics.enable=false
    log.retention.ms=-1
    log.cleaner.dedupe.buffer.size=8388608
    offsets.topic.replication.factor=1
    offsets.topic.num.partitions=4
    transaction.state.log.replication.factor=1
    transaction.state.log.min.isr=1
    transaction.state.log.num.partitions=4
    share.coordinator.state.topic.replication.factor=1
    share.coordinator.state.topic.min.isr=1
    share.coordinator.state.topic.num.partitions=1
    group.initial.rebalance.delay.ms=0
    """
        .formatted(port, controllerPort, data());
  }

  @Override
  public List<String> command() {
    List<String> command = java("kafka.Kafka", settings().toString());
    return List.copyOf(command);
  }

  private List<String> java(String mainClass, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Distribution.java().toString(),
                "-Xms64m",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.awt.headless=true",
                "-Dlog4j2.configurationFile=" + logging().toUri(),
                "-cp",
                distribution.kafkaLibraries() + "/*",
                mainClass));
    command.addAll(List.of(arguments));
    return command;
  }

  @Override
  public Map<String, String> environment() {
    return Map.of();
  }

  @Override
  public boolean answers() {
    return KafkaProbe.hasBroker(port);
  }

  @Override
  public boolean heldByPredecessor(String logTail) {
    return logTail.contains("Failed to acquire lock on file");
  }
}
