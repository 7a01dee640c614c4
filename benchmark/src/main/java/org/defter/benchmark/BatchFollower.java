package org.defter.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.defter.core.event.ArchiveJson;
import org.defter.localstack.Part;
import tools.jackson.databind.JsonNode;

/** Looks after one batch: begins it, waits for it, stops it, and has it go on. */
final class BatchFollower {

  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final Map<String, String> BY = Map.of("Content-Type", "application/json");

  private final Rig rig;
  private final String id;
  private long doneWhenItWentOn;
  private long mostMegabytes;

  private BatchFollower(Rig rig, String id) {
    this.rig = rig;
    this.id = id;
  }

  /** Sends what makes a batch to the public address. */
  static BatchFollower begin(Rig rig, String target, byte[] body) throws IOException {
    try (HttpConnection archive = rig.frontDoor()) {
      String answer = archive.send("POST", target, BY, body).expecting(202).text();
      return new BatchFollower(rig, ArchiveJson.mapper().readTree(answer).path("id").asString());
    }
  }

  String id() {
    return id;
  }

  /** Returns when so many rows are done. */
  void awaitDone(long rows) throws Exception {
    awaitThat(report -> report.at("/rows/done").asLong() >= rows, rows + " rows are done");
  }

  /** Its report, once it has that state. */
  JsonNode awaitState(String state) throws Exception {
    return awaitThat(report -> report.path("state").asString().equals(state), "it is " + state);
  }

  void stop() throws IOException {
    send("stop");
  }

  void resume() throws IOException {
    doneWhenItWentOn = report().at("/rows/done").asLong();
    send("resume");
  }

  /** Kills the service that carries it out, as {@code kill -9} does, and starts it again. */
  void kill() throws IOException {
    noteMemory();
    rig.stack().kill(Part.INGEST_SERVICE);
    rig.stack().start(Part.INGEST_SERVICE);
  }

  /** Of the rows done since it last went on. */
  double rowsPerSecond() throws IOException {
    JsonNode report = report();
    Duration took =
        Duration.between(
            Instant.parse(report.path("started").asString()),
            Instant.parse(report.path("ended").asString()));
    return (report.at("/rows/done").asLong() - doneWhenItWentOn) / (took.toNanos() / 1e9);
  }

  /** The most memory the service had in use so far, since the batch was begun or before. */
  long mostMegabytes() throws IOException {
    noteMemory();
    return mostMegabytes;
  }

  private void noteMemory() throws IOException {
    long process =
        rig.stack().status().stream()
            .filter(part -> part.part() == Part.INGEST_SERVICE)
            .findFirst()
            .orElseThrow()
            .pid();
    String most =
        Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .findFirst()
            .orElseThrow();
    mostMegabytes = Math.max(mostMegabytes, Long.parseLong(most.replaceAll("\\D", "")) / 1024);
  }

  private void send(String what) throws IOException {
    try (HttpConnection ingest = rig.ingest()) {
      ingest.send("POST", "/api/v1/batches/" + id + "/" + what, BY, new byte[0]).expecting(202);
    }
  }

  private JsonNode report() throws IOException {
    try (HttpConnection ingest = rig.ingest()) {
      return Rig.json(ingest.get("/api/v1/batches/" + id));
    }
  }

  private interface Condition {
    boolean holds(JsonNode report);
  }

  private JsonNode awaitThat(Condition condition, String what) throws Exception {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    JsonNode report = report();
    while (!condition.holds(report)) {
      String state = report.path("state").asString();
      if (System.nanoTime() > deadline || !(state.equals("queued") || state.equals("running"))) {
        throw new IllegalStateException("waiting until " + what + ": " + report);
      }
      Thread.sleep(20);
      report = report();
    }
    return report;
  }
}
