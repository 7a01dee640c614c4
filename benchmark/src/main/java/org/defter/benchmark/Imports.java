package org.defter.benchmark;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.defter.core.event.ArchiveJson;
import tools.jackson.databind.JsonNode;

/** Imports generated facts, and waits for the end. */
final class Imports {

  private static final String BOUNDARY = "benchmark-part";

  private Imports() {}

  /**
   * Imports a table of facts that the archive does not have.
   *
   * @param name tells the facts of one import from those of another
   * @return seconds from the start of the import, as reported, to its end
   */
  static double run(Rig rig, String name, int rows) throws Exception {
    return run(rig, name, new GeneratedFacts(name).table(rows), rows);
  }

  static double run(Rig rig, String name, GeneratedFacts.Import files, int rows) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    field(body, "sourceId", name);
    field(body, "sourceTitle", "Generated text " + name);
    field(body, "language", "en");
    file(body, "facts", "facts.csv", files.facts());
    file(body, "source", "source.txt", files.source());
    body.writeBytes(Rig.utf8("--" + BOUNDARY + "--\r\n"));
    try (HttpConnection ingest = rig.ingest()) {
      Map<String, String> headers =
          Map.of("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
      var taken = ingest.send("POST", "/api/v1/imports", headers, body.toByteArray());
      String id = ArchiveJson.mapper().readTree(taken.expecting(202).text()).path("id").asString();
      return await(ingest, id, rows);
    }
  }

  private static double await(HttpConnection ingest, String id, int rows) throws Exception {
    while (true) {
      JsonNode report = Rig.json(ingest.get("/api/v1/imports/" + id));
      String state = report.path("state").asString();
      if (state.equals("failed")) {
        throw new IllegalStateException("the import failed: " + report);
      }
      if (state.equals("finished")) {
        if (report.path("counts").path("facts").asInt() != rows) {
          throw new IllegalStateException("not every row became a fact: " + report);
        }
        Instant started = Instant.parse(report.path("started").asString());
        Instant ended = Instant.parse(report.path("ended").asString());
        return Duration.between(started, ended).toNanos() / 1e9;
      }
      Thread.sleep(50);
    }
  }

  private static void field(ByteArrayOutputStream body, String name, String value) {
    body.writeBytes(
        Rig.utf8(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, value)));
  }

  private static void file(ByteArrayOutputStream body, String name, String file, String content) {
    body.writeBytes(
        Rig.utf8(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
                .formatted(BOUNDARY, name, file)));
    body.writeBytes(Rig.utf8(content + "\r\n"));
  }
}
