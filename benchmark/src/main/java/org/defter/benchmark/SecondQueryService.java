package org.defter.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.defter.identity.LocalIdentity;

/** A query service beside the stack's, which reads them by way of another address. */
final class SecondQueryService implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Process process;
  private final URI address;

  SecondQueryService(Rig rig, String group, URI elasticsearch) throws IOException {
    Settings settings = rig.settings();
    address = URI.create("http://127.0.0.1:" + freePort());
    Path log = settings.data().resolve("second-query-service.log");
    ProcessBuilder java =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xms64m",
            "-Xmx512m",
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-jar",
            settings.home().resolve("query-service/target/query-service.jar").toString());
    java.environment()
        .putAll(
            Map.of(
                "SERVER_PORT",
                Integer.toString(address.getPort()),
                "SERVER_ADDRESS",
                "127.0.0.1",
                "DEFTER_KAFKA_BOOTSTRAPSERVERS",
                rig.stack().kafkaBootstrapServers(),
                "SPRING_ELASTICSEARCH_URIS",
                elasticsearch.toString(),
                "DEFTER_INGESTURL",
                rig.stack().ingestUri().toString(),
                "DEFTER_SIGN_IN_ISSUER",
                rig.stack().publicUri().toString(),
                "DEFTER_SIGN_IN_KEYS",
                LocalIdentity.publicKeys(rig.stack().dataDirectory().resolve("identity"))
                    .toUri()
                    .toString(),
                "DEFTER_PROJECTION_CONSUMERGROUP",
                group));
    process = java.redirectErrorStream(true).redirectOutput(log.toFile()).start();
  }

  /** A connection, once it answers. */
  HttpConnection connect() throws IOException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (HttpConnection probe = new HttpConnection(address)) {
        if (probe.get("/actuator/health/readiness").status() == 200) {
          return new HttpConnection(address);
        }
      } catch (IOException notYet) {
        // It is starting.
      }
      Thread.sleep(200);
    }
    throw new IllegalStateException("the second query service does not answer");
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      process.destroyForcibly().waitFor();
    }
  }
}
