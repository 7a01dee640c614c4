package org.defter.localstack.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BatchCommandTest {
  private static final String UNDO =
      """
      {"id":"u-1","kind":"undo","state":"%s","rows":{"total":3,"done":3},"why":%s,
       "counts":{"undone":%d,"touchedSince":%d,"kept":1},
       "problems":[%s],"receipts":[]}
      """;
  private static final String TOUCHED =
      """
      {"file":"","line":7,"column":"version","row":"fact/f7","reason":"it is at 5 now"}
      """;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final List<String> requests = new ArrayList<>();
  private String report = "";
  private HttpServer archive;

  @BeforeEach
  void start() throws IOException {
    archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    archive.createContext("/", this::handle);
    archive.start();
  }

  @AfterEach
  void stop() {
    archive.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    requests.add(line + " with " + exchange.getRequestHeaders().getFirst("Authorization"));
    if (line.startsWith("POST")) {
      answer(exchange, 202, "{\"id\":\"u-1\",\"state\":\"queued\"}");
    } else if (line.contains("/gone")) {
      answer(exchange, 404, "{\"field\":\"id\",\"detail\":\"there is no batch 'gone'\"}");
    } else {
      answer(exchange, 200, report);
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private int run(String... arguments) {
    CommandLine line = Defter.commandLine(Map.of("DEFTER_TOKEN", "anns-token"));
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(
        Stream.concat(
                Stream.of(arguments),
                Stream.of("--url", "http://127.0.0.1:" + archive.getAddress().getPort()))
            .toArray(String[]::new));
  }

  @Test
  void undoesABatchAndListsWhatWasTouchedSince() {
    report = UNDO.formatted("finished", "null", 2, 1, TOUCHED);

    assertThat(run("batch", "undo", "b-1")).isEqualTo(BatchSummary.SOME_REFUSED);

    assertThat(requests.getFirst())
        .isEqualTo("POST /api/v1/batches/b-1/undo?dryRun=false with Bearer anns-token");
    assertThat(out.toString())
        .contains("undone                        2", "touched since                 1")
        .contains("error: line 7, column version, fact/f7: it is at 5 now");
  }

  @Test
  void exitsWith2AndSaysWhatToDoWhenTheBatchIsInterruptedAgain() {
    report = UNDO.formatted("interrupted", "\"resume it\"", 1, 0, "");

    assertThat(run("batch", "resume", "u-1")).isEqualTo(BatchSummary.NOTHING_DONE);
    assertThat(out.toString()).contains("the undo is interrupted: resume it");
  }

  @Test
  void exitsWith0WhenABatchIsStopped() {
    report = UNDO.formatted("stopped", "\"resume it, or undo it\"", 1, 0, "");

    assertThat(run("batch", "stop", "u-1")).isEqualTo(ExitCode.OK);
    assertThat(requests.getFirst()).startsWith("POST /api/v1/batches/u-1/stop");
  }

  @Test
  void listsTheNewest() {
    report =
        """
        {"batches":[{"id":"b-2","kind":"import","state":"running","rows":{"total":1000,"done":500},
          "submitted":"2026-01-01T00:00:00Z","actor":{"id":"ann"}}]}
        """;

    assertThat(run("batch", "list", "--size", "1")).isEqualTo(ExitCode.OK);
    assertThat(requests.getFirst()).startsWith("GET /api/v1/batches?size=1");
    assertThat(out.toString()).contains("b-2  import", "running", "500 of     1,000 rows", "ann");
  }

  @Test
  void passesTheArchivesRefusalOn() {
    assertThat(run("batch", "show", "gone")).isEqualTo(BatchSummary.NOTHING_DONE);
    assertThat(err.toString()).contains("there is no batch 'gone'");
  }

  @Test
  void asksForATokenOfAnotherArchive() {
    CommandLine line = Defter.commandLine(Map.of());
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    assertThat(line.execute("batch", "list", "--url", "http://archive.example"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("set DEFTER_TOKEN");
  }

  @Test
  void saysWhatThereIsToDo() {
    assertThat(run("batch")).isEqualTo(ExitCode.USAGE);
    assertThat(err.toString()).contains("list, show, carry-out, stop, resume or undo");
  }
}
