package org.defter.localstack.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * One import, from sending the files to readers seeing what came of them.
 *
 * @param client the archive it goes to
 * @param out where progress and results are told
 * @param err takes one line about what went wrong
 */
record ImportRun(ImportClient client, PrintWriter out, Consumer<String> err) {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration SERVICE_MAY_BE_AWAY = Duration.ofSeconds(90);
  private static final int MINUTES_UNTIL_VISIBLE = 10;

  /**
   * Sends the files and waits.
   *
   * @param files by the name of their part: facts, source and, where given, subjects
   * @param fields the parameters of the import
   * @param actor who imports
   * @return the report
   * @throws ImportClient.Failed when the archive refuses the import as a whole
   * @throws IOException when a file cannot be read or the archive does not answer
   */
  JsonNode run(Map<String, Path> files, Map<String, String> fields, String actor)
      throws ImportClient.Failed, IOException, InterruptedException {
    for (Path file : files.values()) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new IOException("cannot read " + file);
      }
    }
    JsonNode report = follow(client.submit(files, fields, actor));
    awaitVisible(report);
    return report;
  }

  /** Until it has ended. The service may be killed and started again meanwhile. */
  private JsonNode follow(String id) throws ImportClient.Failed, IOException, InterruptedException {
    try (ImportProgress progress = ImportProgress.on(out)) {
      long lastHeard = System.nanoTime();
      while (true) {
        try {
          JsonNode report = client.report(id);
          lastHeard = System.nanoTime();
          progress.at(report);
          if (report.path("state").asString("").matches("finished|failed")) {
            return report;
          }
        } catch (IOException away) {
          if (System.nanoTime() - lastHeard > SERVICE_MAY_BE_AWAY.toNanos()) {
            throw away;
          }
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    }
  }

  private void awaitVisible(JsonNode report) throws InterruptedException {
    List<String> receipts = new ArrayList<>();
    report.path("receipts").forEach(receipt -> receipts.add(receipt.asString("")));
    if (receipts.isEmpty()) {
      return;
    }
    try {
      for (int minute = 0; minute < MINUTES_UNTIL_VISIBLE; minute++) {
        if (client.visible(receipts)) {
          return;
        }
        out.println("stored; waiting until readers see it");
        out.flush();
      }
      err.accept(
          "stored, but readers do not see it yet: `defter status` says how far the projections are");
    } catch (ImportClient.Failed refused) {
      err.accept("stored, but whether readers see it is not known: " + refused.getMessage());
    } catch (IOException unanswered) {
      err.accept(
          "stored, but whether readers see it is not known: the query service does not answer");
    }
  }
}
