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

/** Talks to an archive's import interface. */
final class ImportClient {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI commands;
  private final URI reads;

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
   * @param commands where imports are sent
   * @param reads where what was imported is read
   */
  ImportClient(URI commands, URI reads) {
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
  String submit(Map<String, Path> files, Map<String, String> fields, String actor)
      throws Failed, IOException, InterruptedException {
    Multipart body = Multipart.of(files, fields);
    HttpRequest request =
        HttpRequest.newBuilder(at(commands, "/api/v1/imports"))
            .header("Content-Type", body.contentType())
            .header("Defter-Actor", actor)
            .POST(body.publisher())
            .build();
    return answer(send(request), 202).path("id").asString("");
  }

  /**
   * How far an import has got; see the service's ImportReport for the shape.
   *
   * @throws Failed when the archive does not answer
   */
  JsonNode report(String id) throws Failed, IOException, InterruptedException {
    URI address = at(commands, "/api/v1/imports/" + id);
    return answer(send(HttpRequest.newBuilder(address).timeout(PATIENCE).build()), 200);
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
    HttpResponse<String> response = send(HttpRequest.newBuilder(address).timeout(PATIENCE).build());
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
