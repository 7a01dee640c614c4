package org.defter.localstack.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to an archive about its batches: imports, mass corrections, undoings. */
final class BatchClient {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI commands;
  private final URI reads;
  private final String token;

  /** The archive did not do what was asked; the message says what it answered. */
  static final class Failed extends Exception {
    private static final long serialVersionUID = 1L;

    Failed(String message) {
      super(message);
    }

    Failed(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * @param commands where batches are sent
   * @param reads where what they did is read
   * @param token of who asks
   */
  BatchClient(URI commands, URI reads, String token) {
    this.token = token;
    this.commands = commands;
    this.reads = reads;
  }

  /**
   * Sends the files.
   *
   * @param files by the name of the part
   * @param fields by the name of the field
   * @return the id of the import
   * @throws Failed when it was not taken
   */
  String submit(Map<String, Path> files, Map<String, String> fields)
      throws Failed, IOException, InterruptedException {
    Multipart body = Multipart.of(files, fields);
    HttpRequest request =
        to(at(commands, "/api/v1/imports"))
            .header("Content-Type", body.contentType())
            .POST(body.publisher())
            .build();
    return answer(send(request), 202).path("id").asString("");
  }

  /**
   * How far a batch has got; see the service's BatchReport for the shape.
   *
   * @throws Failed when there is no such batch
   */
  JsonNode report(String id) throws Failed, IOException, InterruptedException {
    return get("/api/v1/batches/" + word(id));
  }

  /**
   * The newest batches.
   *
   * @throws Failed when the archive refuses
   */
  JsonNode newest(int size) throws Failed, IOException, InterruptedException {
    return get("/api/v1/batches?size=" + size).path("batches");
  }

  /**
   * Has something done with a batch.
   *
   * @param what {@code carry-out}, {@code stop}, {@code resume} or {@code undo}, with parameters
   *     where it has any
   * @return the id of the batch to follow
   * @throws Failed when it cannot be done
   */
  String ask(String id, String what) throws Failed, IOException, InterruptedException {
    HttpRequest request =
        to(at(commands, "/api/v1/batches/" + word(id) + "/" + what))
            .POST(HttpRequest.BodyPublishers.noBody())
            .build();
    return answer(send(request), 202).path("id").asString("");
  }

  private HttpRequest.Builder to(URI address) {
    return HttpRequest.newBuilder(address).header("Authorization", "Bearer " + token);
  }

  private JsonNode get(String path) throws Failed, IOException, InterruptedException {
    URI address = at(commands, path);
    return answer(send(to(address).timeout(PATIENCE).build()), 200);
  }

  private static String word(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }

  /**
   * Whether readers have been shown all of it within a minute.
   *
   * @param receipts as the report gives them
   * @throws Failed when reading does not work at all
   */
  boolean visible(List<String> receipts) throws Failed, IOException, InterruptedException {
    String after =
        receipts.stream()
            .map(receipt -> "after=" + URLEncoder.encode(receipt, StandardCharsets.UTF_8) + "&")
            .collect(Collectors.joining());
    URI address = at(reads, "/api/v1/search?" + after + "wait=60");
    HttpResponse<String> response = send(to(address).timeout(PATIENCE).build());
    if (response.statusCode() == 504) {
      return false;
    }
    answer(response, 200);
    return true;
  }

  private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return http.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private static URI at(URI base, String path) {
    String address = base.toString();
    return URI.create(
        (address.endsWith("/") ? address.substring(0, address.length() - 1) : address) + path);
  }

  private static JsonNode answer(HttpResponse<String> response, int expected) throws Failed {
    JsonNode body;
    try {
      body = MAPPER.readTree(response.body());
    } catch (JacksonException notJson) {
      throw new Failed(
          "%s answered %d and no JSON: is that the address of an archive?"
              .formatted(response.uri(), response.statusCode()),
          notJson);
    }
    if (response.statusCode() != expected) {
      String field = body.path("field").asString("");
      String detail = body.path("detail").asString("no detail given");
      throw new Failed(
          "the archive refused it (%d): %s%s"
              .formatted(response.statusCode(), field.isEmpty() ? "" : field + ": ", detail));
    }
    return body;
  }
}
