package org.defter.query.reading;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.defter.core.event.Receipt;
import org.defter.localstack.LocalStack;
import org.defter.query.QueryService;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The readers' side, running, and somebody who reads. */
final class RunningReaders implements AutoCloseable {

  private static final HttpClient READER = HttpClient.newHttpClient();

  private final ConfigurableApplicationContext service;

  RunningReaders(LocalStack stack) {
    service =
        new SpringApplicationBuilder(QueryService.class)
            .web(WebApplicationType.SERVLET)
            .run(
                "--server.port=0",
                "--spring.elasticsearch.uris=" + stack.elasticsearchUri(),
                "--defter.kafka.bootstrap-servers=" + stack.kafkaBootstrapServers());
  }

  HttpResponse<String> get(String path, String... headers) {
    String port = service.getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return READER.send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError(path, failed);
    }
  }

  JsonNode json(String path, String... headers) {
    HttpResponse<String> answer = get(path, headers);
    assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(200);
    return JsonMapper.shared().readTree(answer.body());
  }

  /** Waits until so many events are there to be searched. One receipt tells of one partition. */
  void awaitChanges(int count, Receipt newest) throws InterruptedException {
    String visible = "/api/v1/facts?size=0&wait=30&after=" + newest.token();
    json(visible);
    for (int tries = 0;
        tries < 100 && json("/api/v1/changes").path("total").asInt() < count;
        tries++) {
      Thread.sleep(100);
    }
    json(visible);
  }

  /** A search for these words. */
  JsonNode search(String query) {
    return json("/api/v1/search?q=" + URLEncoder.encode(query, UTF_8));
  }

  static List<String> ids(JsonNode answer) {
    return answer.path("facts").valueStream().map(fact -> fact.path("id").asString()).toList();
  }

  /** The address of the next page; null on the last. */
  static @Nullable String next(HttpResponse<String> page) {
    return page.headers()
        .firstValue("Link")
        .map(link -> link.substring(1, link.indexOf('>')))
        .orElse(null);
  }

  @Override
  public void close() {
    service.close();
  }
}
