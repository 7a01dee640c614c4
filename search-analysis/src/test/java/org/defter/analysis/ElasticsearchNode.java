package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Elasticsearch server with the plugin's archive unpacked into it, empty at each start. */
final class ElasticsearchNode implements AutoCloseable {
  private static final Duration START_LIMIT = Duration.ofSeconds(90);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path home;
  private final URI address;
  private final Process process;

  private ElasticsearchNode(Path home, URI address, Process process) {
    this.home = home;
    this.address = address;
    this.process = process;
  }

  static ElasticsearchNode start(Path home, Path pluginArchive) throws Exception {
    Path plugin = home.resolve("plugins/defter-analysis");
    deleteTree(plugin);
    deleteTree(home.resolve("data"));
    unzip(pluginArchive, plugin);
    int port = freePort();
    Files.writeString(
        home.resolve("config/elasticsearch.yml"),
        """
        cluster.name: analysis-plugin-it
        network.host: 127.0.0.1
        http.port: %d
        transport.port: %d
        discovery.type: single-node
        xpack.security.enabled: false
        cluster.routing.allocation.disk.threshold_enabled: false
        """
            .formatted(port, freePort()));
    ElasticsearchNode node =
        new ElasticsearchNode(home, URI.create("http://127.0.0.1:" + port), launch(home));
    try {
      node.awaitHealth();
      return node;
    } catch (Throwable failure) {
      node.close();
      throw failure;
    }
  }

  private static Process launch(Path home) throws IOException {
    List<String> command = new ArrayList<>();
    if (ProcessHandle.current().info().user().filter("root"::equals).isPresent()) {
      // Elasticsearch refuses to run as root: be another user in a namespace of its own.
      command.addAll(List.of("unshare", "-U", "--map-user=1000", "--map-group=1000"));
    }
    command.add(home.resolve("bin/elasticsearch").toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("ES_JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("ES_JAVA_OPTS", "-Xms512m -Xmx512m");
    return builder
        .redirectErrorStream(true)
        .redirectOutput(home.resolve("console.log").toFile())
        .start();
  }

  private void awaitHealth() throws Exception {
    Instant limit = Instant.now().plus(START_LIMIT);
    while (!answersHealth()) {
      assertThat(process.isAlive() && Instant.now().isBefore(limit))
          .withFailMessage(
              () -> "Elasticsearch did not come up; see " + home.resolve("console.log"))
          .isTrue();
      Thread.sleep(200);
    }
  }

  private boolean answersHealth() throws InterruptedException {
    try {
      return send(request("GET", "/_cluster/health?wait_for_status=yellow&timeout=1s", ""))
              .statusCode()
          == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Sends a JSON body and reads a JSON answer, which must be a success. */
  JsonNode call(String method, String path, String body) throws Exception {
    HttpResponse<String> response = send(request(method, path, body));
    assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
    return JSON.readTree(response.body());
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(address.resolve(path))
        .timeout(Duration.ofSeconds(20))
        .header("Content-Type", "application/json")
        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, BodyHandlers.ofString());
  }

  /** The launcher stops its server when it is asked to end; what is left after that is killed. */
  @Override
  public void close() throws InterruptedException {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroy();
    if (!process.waitFor(20, TimeUnit.SECONDS)) {
      process.destroyForcibly();
    }
    children.forEach(ProcessHandle::destroyForcibly);
    http.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void unzip(Path archive, Path target) throws IOException {
    Files.createDirectories(target);
    try (InputStream file = Files.newInputStream(archive);
        ZipInputStream zip = new ZipInputStream(file)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Files.copy(zip, target.resolve(entry.getName()), StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  private static void deleteTree(Path root) throws IOException {
    if (!Files.exists(root)) {
      return;
    }
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
