package org.defter.query.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.defter.identity.LocalIdentity;
import org.defter.localstack.LocalStack;
import org.defter.query.BlankStack;
import org.defter.query.PublishedEvents;
import org.defter.query.QueryService;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The readers' side over a blank stack, and an archive that publishes to it. */
final class ReadersSide implements AutoCloseable {

  private static final String ARCHIVIST =
      "Bearer "
          + LocalIdentity.in(Path.of("target", "identity"), "http://tests.invalid")
              .token("anna", List.of("archivist"));

  private static final HttpClient READER = HttpClient.newHttpClient();

  final PublishingArchive archive;
  private final ConfigurableApplicationContext service;

  ReadersSide() throws Exception {
    LocalStack stack = BlankStack.withPartitions(PublishingArchive.PARTITIONS);
    archive = new PublishingArchive(stack.kafkaBootstrapServers());
    service =
        new SpringApplicationBuilder(QueryService.class)
            .run(
                "--server.port=0",
                "--spring.elasticsearch.uris=" + stack.elasticsearchUri(),
                "--defter.kafka.bootstrap-servers=" + stack.kafkaBootstrapServers());
  }

  /** Waits until everything that was published can be read. */
  void awaitApplied() throws IOException, InterruptedException {
    PublishedEvents.awaitApplied(service, archive.published());
  }

  JsonNode json(String path) {
    HttpResponse<String> answer = get(path);
    if (answer.statusCode() != 200) {
      throw new AssertionError(path + " " + answer.statusCode() + " " + answer.body());
    }
    return JsonMapper.shared().readTree(answer.body());
  }

  HttpResponse<String> get(String path, String... headers) {
    HttpRequest.Builder request = HttpRequest.newBuilder();
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return send(path, request);
  }

  /** The same, as somebody who records facts. */
  HttpResponse<String> getSignedIn(String path) {
    return send(path, HttpRequest.newBuilder().header("Authorization", ARCHIVIST));
  }

  /** Sends a form, as the archive's own page does for an archivist. */
  HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
    String body =
        fields.entrySet().stream()
            .map(field ->
                URLEncoder.encode(field.getKey(), UTF_8)
                    + "="
                    + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder()
            .header("Authorization", ARCHIVIST)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body));
    for (int at = 0; at < headers.length; at += 2) {
      request.header(headers[at], headers[at + 1]);
    }
    return send(path, request);
  }

  private HttpResponse<String> send(String path, HttpRequest.Builder request) {
    String port = service.getEnvironment().getProperty("local.server.port");
    String address = URI.create("http://localhost:" + port + path).toASCIIString();
    try {
      return READER.send(request.uri(URI.create(address)).build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(path, failed);
    }
  }

  @Override
  public void close() {
    service.close();
    archive.close();
  }
}
