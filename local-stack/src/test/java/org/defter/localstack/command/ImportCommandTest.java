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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ImportCommandTest {
  private static final String REPORT =
      """
      {"id":"i-1","state":"%s","dryRun":false,"rows":{"total":3,"done":%d},
       "counts":{"facts":%d,"citations":0,"corrections":0,"unchanged":0,"errors":%d},
       "problems":[%s],"receipts":["one","two"]}
      """;
  private static final String PROBLEM =
      "{\"file\":\"facts\",\"line\":3,\"column\":\"valid\",\"row\":\"S2\",\"reason\":\"month 13\"}";

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Deque<String> reports = new ArrayDeque<>();
  private final List<String> requests = new ArrayList<>();
  private int searchStatus = 200;
  private HttpServer archive;
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    archive = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    archive.createContext("/", this::handle);
    archive.start();
    Files.writeString(folder.resolve("facts.csv"), "quote,subject,property,value,datatype\n");
    Files.writeString(folder.resolve("essay.txt"), "Слова.");
  }

  @AfterEach
  void stop() {
    archive.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    requests.add(
        line + "\n" + exchange.getRequestHeaders().getFirst("Authorization") + "\n" + body);
    if (line.startsWith("POST")) {
      answer(exchange, 202, "{\"id\":\"i-1\",\"state\":\"queued\"}");
    } else if (line.contains("/search")) {
      answer(exchange, searchStatus, "{\"detail\":\"not yet\"}");
    } else {
      answer(exchange, 200, reports.size() > 1 ? reports.remove() : reports.element());
    }
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private int run(String... more) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "import",
                folder.resolve("facts.csv").toString(),
                "--source",
                folder.resolve("essay.txt").toString(),
                "--url",
                "http://127.0.0.1:" + archive.getAddress().getPort()));
    arguments.addAll(List.of(more));
    CommandLine line = Defter.commandLine(Map.of("DEFTER_TOKEN", "anns-token"));
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    return line.execute(arguments.toArray(String[]::new));
  }

  @Test
  void sendsTheFilesFollowsTheImportAndWaitsUntilItIsVisible() {
    reports.add(REPORT.formatted("running", 1, 1, 0, ""));
    reports.add(REPORT.formatted("finished", 3, 3, 0, ""));

    assertThat(run("--source-id", "essay", "--title", "Очерк")).isEqualTo(BatchSummary.ALL_IN);

    assertThat(requests.getFirst())
        .startsWith("POST /api/v1/imports\nBearer anns-token\n")
        .contains("name=\"facts\"; filename=\"facts.csv\"", "quote,subject")
        .contains("name=\"source\"; filename=\"essay.txt\"", "Слова.")
        .contains("name=\"sourceTitle\"\r\n\r\nОчерк\r\n", "name=\"sourceId\"\r\n\r\nessay");
    assertThat(requests.getLast()).startsWith("GET /api/v1/search?after=one&after=two&wait=60");
    assertThat(out.toString()).contains("finished, 3 of 3 rows", "facts                         3");
  }

  @Test
  void exitsWith1AndNamesTheRowsWhenSomeWereRefused() {
    reports.add(REPORT.formatted("finished", 3, 2, 1, PROBLEM));

    assertThat(run()).isEqualTo(BatchSummary.SOME_REFUSED);
    assertThat(out.toString()).contains("error: facts line 3, column valid, S2: month 13");
  }

  @Test
  void exitsWith2WhenNoRowIsIn() {
    reports.add(REPORT.formatted("finished", 3, 0, 3, PROBLEM));

    assertThat(run()).isEqualTo(BatchSummary.NOTHING_DONE);
    assertThat(out.toString()).contains("... and 2 more: GET /api/v1/batches/i-1/rows");
  }

  @Test
  void exitsWith2AndSaysWhyWhenTheImportFailed() {
    reports.add("{\"id\":\"i-1\",\"state\":\"failed\",\"why\":\"another text\"}");

    assertThat(run()).isEqualTo(BatchSummary.NOTHING_DONE);
    assertThat(out.toString()).contains("the import failed: another text");
  }

  @Test
  void saysThatReadersDoNotSeeItYetWhenReadingDoesNotWork() {
    searchStatus = 503;
    reports.add(REPORT.formatted("finished", 3, 3, 0, ""));

    assertThat(run()).isEqualTo(BatchSummary.ALL_IN);
    assertThat(err.toString()).contains("stored, but whether readers see it is not known");
  }

  @Test
  void saysWhichFileCannotBeRead() throws IOException {
    Files.delete(folder.resolve("essay.txt"));

    assertThat(run()).isEqualTo(BatchSummary.NOTHING_DONE);
    assertThat(err.toString()).contains("cannot read " + folder.resolve("essay.txt"));
  }

  @Test
  void saysHowToStartAnArchiveThatDoesNotRun() {
    CommandLine line = Defter.commandLine(Map.of("DEFTER_DATA", folder.resolve("none").toString()));
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    assertThat(line.execute("import", "facts.csv", "--source", "essay.txt"))
        .isEqualTo(ExitCode.PART_DOWN);
    assertThat(err.toString()).contains("`defter up` starts it");
  }
}
