package org.defter.localstack.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * Follows a batch, however long it takes.
 *
 * @param client the archive it is in
 * @param out where progress is told
 * @param err takes one line about what went wrong
 */
record BatchFollowing(BatchClient client, PrintWriter out, Consumer<String> err) {

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration SERVICE_MAY_BE_AWAY = Duration.ofSeconds(90);
  private static final int MINUTES_UNTIL_VISIBLE = 10;

  /**
   * Waits until it has ended and readers see all of it. The service may be killed and started again
   * meanwhile.
   *
   * @return the last report
   * @throws BatchClient.Failed when there is no such batch
   * @throws IOException when the archive does not answer
   */
  JsonNode toTheEnd(String id) throws BatchClient.Failed, IOException, InterruptedException {
    JsonNode report = follow(id);
    awaitVisible(report);
    return report;
  }

  private JsonNode follow(String id) throws BatchClient.Failed, IOException, InterruptedException {
    try (BatchProgress progress = BatchProgress.on(out)) {
      long lastHeard = System.nanoTime();
      while (true) {
        try {
          JsonNode report = client.report(id);
          lastHeard = System.nanoTime();
          progress.at(report);
          if (!report.path("state").asString("").matches("queued|running")) {
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
    } catch (BatchClient.Failed refused) {
      err.accept("stored, but whether readers see it is not known: " + refused.getMessage());
    } catch (IOException unanswered) {
      err.accept(
          "stored, but whether readers see it is not known: the query service does not answer");
    }
  }
}
