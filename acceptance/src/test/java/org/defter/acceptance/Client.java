package org.defter.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An archivist's program that sends many requests at once, where a shell would be too slow. */
final class Client implements AutoCloseable {
  /** Somebody who may do everything. */
  private static final String ANN =
      "Bearer " + Archive.stack().token("ann", "archivist", "reviewer", "auditor", "administrator");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final URI archive;

  Client(URI archive) {
    this.archive = archive;
  }

  /**
   * What was answered.
   *
   * @param status of HTTP
   */
  record Answer(int status, JsonNode json) {
    boolean accepted() {
      return status / 100 == 2;
    }

    String text(String field) {
      return json.required(field).asString();
    }
  }

  /**
   * Sends a command.
   *
   * @param headers names and values in turn
   * @throws UncheckedIOException when nobody answers
   */
  Answer command(String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /**
   * Defines something at its own address.
   *
   * @param headers names and values in turn
   */
  Answer put(String path, String body, String... headers) {
    HttpRequest.Builder request =
        request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(body));
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  /** Reads. */
  Answer get(String path) {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(archive + "/api/v1/" + path))
        .header("Authorization", ANN)
        .timeout(PATIENCE);
  }

  private Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException away) {
      throw new UncheckedIOException(away);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
