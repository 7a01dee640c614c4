package org.defter.benchmark;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Clients that record and correct facts about one subject, citing one short document. */
final class FactCommands {

  private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");
  private static final int FACTS_OF_A_CLIENT = 20;

  private FactCommands() {}

  /** Makes what the facts are about; harmless to repeat. */
  static void prepare(Rig rig) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int paragraph = 1; paragraph <= 20; paragraph++) {
      text.append("In that year the council met for the ")
          .append(paragraph)
          .append(
              "th time, and what it decided was written down at length by its secretary.\\n\\n");
    }
    try (HttpConnection ingest = rig.ingest()) {
      make(
          ingest,
          "POST",
          "/api/v1/subjects",
          "{\"id\":\"measured\",\"names\":[{\"text\":\"What is measured\",\"language\":\"en\"}]}");
      make(
          ingest,
          "PUT",
          "/api/v1/properties/said-of-it",
          "{\"labels\":[{\"text\":\"said of it\",\"language\":\"en\"}],\"datatype\":\"text\"}");
      make(
          ingest,
          "POST",
          "/api/v1/sources",
          "{\"id\":\"measured-text\",\"title\":\"Minutes\",\"transcription\":{\"language\":\"en\",\"text\":\""
              + text
              + "\"}}");
    }
  }

  /** Makes a thing that is not there yet. */
  static void make(HttpConnection ingest, String method, String path, String body)
      throws IOException {
    HttpConnection.Answer answer = ingest.send(method, path, JSON, Rig.utf8(body));
    if (answer.status() >= 300 && answer.status() != 409) {
      throw new IllegalStateException(path + ": " + answer.text());
    }
  }

  /** A client that records a fact each time. */
  static Load.Client recording(HttpConnection archive) {
    return new Load.Client() {
      @Override
      public void once() throws IOException {
        record(archive);
      }

      @Override
      public void close() throws IOException {
        archive.close();
      }
    };
  }

  /** A client that corrects facts of its own by turns, naming the version it knows. */
  static Load.Client correcting(HttpConnection archive) throws IOException {
    List<String> facts = new ArrayList<>();
    for (int at = 0; at < FACTS_OF_A_CLIENT; at++) {
      facts.add(record(archive));
    }
    return new Load.Client() {
      private int done;

      @Override
      public void once() throws IOException {
        String fact = facts.get(done % FACTS_OF_A_CLIENT);
        int version = 1 + done / FACTS_OF_A_CLIENT;
        done++;
        archive
            .send(
                "POST",
                "/api/v1/facts/" + fact + "/corrections",
                Map.of("Content-Type", "application/json", "If-Match", "\"" + version + "\""),
                Rig.utf8(correction()))
            .expecting(200);
      }

      @Override
      public void close() throws IOException {
        archive.close();
      }
    };
  }

  /**
   * Records a fact.
   *
   * @return its id
   */
  static String record(HttpConnection archive) throws IOException {
    String id = UUID.randomUUID().toString();
    int paragraph = ThreadLocalRandom.current().nextInt(1, 21);
    byte[] body = Rig.utf8(fact(id, paragraph));
    archive.send("POST", "/api/v1/facts", JSON, body).expecting(201);
    return id;
  }

  private static String fact(String id, int paragraph) {
    return """
    {"id":"%s","subject":"measured","property":"said-of-it","value":%s,"valid":"1991-12/2006",\
    "citations":[{"source":"measured-text","quote":{"exact":"the council met for the %dth time"}}]}\
    """
        .formatted(id, value(), paragraph);
  }

  private static String correction() {
    return """
    {"changes":{"value":%s},"reason":{"type":"transcription-error"}}\
    """
        .formatted(value());
  }

  private static String value() {
    return """
    {"type":"text","text":"said at moment %d, in as many words as people use","language":"en"}\
    """
        .formatted(System.nanoTime());
  }
}
