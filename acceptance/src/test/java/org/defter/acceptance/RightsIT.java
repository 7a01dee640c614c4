package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.defter.acceptance.Client.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every cell of the table of rights in docs/sign-in.md, asked of both services. */
class RightsIT {
  private static final Path TABLE = Path.of("..", "docs", "sign-in.md");
  private static final String NOBODY = "nobody";
  private static final String DONE = "✓";
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404);
  private static final Pattern OF_THE_QUERY_SERVICE_ALONE =
      Pattern.compile("/api/v1/(rebuilds.*|facts/corrections)");
  private static final Pattern OF_THE_INGEST_SERVICE =
      Pattern.compile("/log/|/actuator/|/api/v1/(reads|batches|imports|facts/[^/]+/evidence)");

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static Map<String, String> named = Map.of();

  /** A cell: who asks for what, and what becomes of it. */
  record Cell(String what, String method, String path, String role, String outcome) {
    @Override
    public String toString() {
      return "%s: %s (%s)".formatted(what, role, outcome);
    }
  }

  @BeforeAll
  static void holdsSomethingOfEachKind() {
    try (Client client = new Client(Archive.stack().publicUri())) {
      Lighthouse.register(client);
      deposit(client, "rights-will", "restricted");
      deposit(client, "rights-letter", "open");
      record(client, "rights-citing", "rights-will");
      record(client, "rights-open", "rights-letter");
      Answer proposed =
          client.command(
              "facts/rights-open/corrections?propose=true",
              """
              {"changes": {"value": {"type": "quantity", "amount": "2"}},
               "reason": {"type": "other", "text": "looked again"}}
              """,
              "If-Match",
              "\"1\"");
      assertThat(proposed.status()).as("%s", proposed.json()).isEqualTo(201);
      String read = "facts/rights-open?wait=30&after=" + proposed.text("receipt");
      assertThat(client.get(read).status()).isEqualTo(200);
      named =
          Map.of(
              "{restricted}", "rights-will",
              "{citing}", "rights-citing",
              "{open}", "rights-open",
              "{correction}", proposed.text("id"));
    }
  }

  private static void deposit(Client client, String id, String access) {
    Answer deposited =
        client.command(
            "sources",
            """
            {"id": "%s", "title": "A source", "access": "%s",
             "transcription": {"text": "The lamp is 1 m high.", "language": "en"}}
            """
                .formatted(id, access));
    assertThat(deposited.status()).as("%s", deposited.json()).isIn(201, 409);
  }

  private static void record(Client client, String id, String source) {
    Answer recorded =
        client.command(
            "facts",
            """
            {"id": "%s", "subject": "lighthouse", "property": "lamp-height",
             "value": {"type": "quantity", "amount": "1"},
             "citations": [{"source": "%s", "quote": {"exact": "The lamp is 1 m high."}}]}
            """
                .formatted(id, source));
    assertThat(recorded.status()).as("%s", recorded.json()).isEqualTo(201);
    String read = "search?q=lamp&wait=30&after=" + recorded.text("receipt");
    assertThat(client.get(read).status()).isEqualTo(200);
  }

  static List<Cell> cells() throws IOException {
    List<Cell> cells = new ArrayList<>();
    List<String> roles = List.of();
    for (String line : Files.readAllLines(TABLE)) {
      List<String> row = Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
      if (line.startsWith("| What | Request |")) {
        roles = row.subList(3, row.size() - 1);
      } else if (!roles.isEmpty() && line.startsWith("| ") && row.get(2).startsWith("`")) {
        String[] request = row.get(2).replace("`", "").split(" ", 2);
        for (int at = 0; at < roles.size(); at++) {
          cells.add(new Cell(row.get(1), request[0], request[1], roles.get(at), row.get(at + 3)));
        }
      } else if (line.isEmpty() && !cells.isEmpty()) {
        break;
      }
    }
    assertThat(cells).hasSizeGreaterThan(130);
    return cells;
  }

  @ParameterizedTest
  @MethodSource("cells")
  void isAsTheTableSays(Cell cell) throws Exception {
    String path = cell.path();
    for (Map.Entry<String, String> name : named.entrySet()) {
      path = path.replace(name.getKey(), name.getValue());
    }
    holds(cell, Archive.stack().publicUri().resolve(path));
    if (isOfTheIngestService(cell)) {
      holds(cell, Archive.stack().ingestUri().resolve(path));
    }
  }

  private static boolean isOfTheIngestService(Cell cell) {
    return !OF_THE_QUERY_SERVICE_ALONE.matcher(cell.path()).matches()
        && (!cell.method().equals("GET") || OF_THE_INGEST_SERVICE.matcher(cell.path()).lookingAt());
  }

  private static void holds(Cell cell, URI address) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .timeout(Duration.ofSeconds(40))
            .header("Content-Type", "application/json")
            .method(
                cell.method(),
                cell.method().equals("GET")
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString("{}"));
    if (!cell.role().equals(NOBODY)) {
      request.header(
          "Authorization", "Bearer " + Archive.stack().token("p-" + cell.role(), cell.role()));
    }
    HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
    if (cell.outcome().equals(DONE)) {
      assertThat(answer.statusCode()).as("%s %s", address, answer.body()).isNotIn(REFUSALS);
    } else {
      assertThat(answer.statusCode())
          .as("%s %s", address, answer.body())
          .isEqualTo(Integer.parseInt(cell.outcome()));
    }
  }
}
