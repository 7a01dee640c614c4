package org.defter.benchmark;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.defter.localstack.Part;

/**
 * How long the first page of the contradictions among very many facts takes, and how long it takes
 * a new one to be there; beside a single count of all facts by subject and property, sent to
 * Elasticsearch directly: what it would have to do at least to find them at every question.
 *
 * <p>It fills the index of facts, so it is measured last.
 */
final class ContradictionDelay implements Measurement {

  private static final String ALL = "/api/v1/contradictions";
  private static final String SOURCE = "contested";
  private static final int THOUSANDS = 10;
  private static final int ASKED = 5;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** All facts of one subject and property, where there are two. */
  private static final byte[] COUNT =
      Rig.utf8(
          """
          {"size":0,"track_total_hits":false,"query":{"match_all":{}},"aggs":{"slots":{"terms":
          {"field":"likeness.slot","min_doc_count":2,"shard_min_doc_count":2,"size":50000}}}}\
          """);

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    prepare(rig);
    String among = " among %,d facts".formatted(rig.settings().facts());
    Figure first = new Figure("contradictions, first answer of the service" + among, "ms", "");
    Figure all = new Figure("all contradictions, first page" + among, "ms", "< 1,000 ms");
    Figure property = new Figure("contradictions of one property", "ms", "< 1,000 ms");
    Figure duplicates = new Figure("duplicates, first page", "ms", "< 1,000 ms");
    Figure listed = new Figure("a new contradiction, from its 201 to the list", "ms", "< 1,000 ms");
    for (int round = 1; round <= rig.settings().rounds(); round++) {
      rig.stack().stop(Part.QUERY_SERVICE);
      rig.stack().start(Part.QUERY_SERVICE);
      try (HttpConnection archive = rig.frontDoor();
          HttpConnection ingest = rig.ingest();
          HttpConnection elasticsearch = rig.elasticsearch()) {
        double raw = median(() -> count(elasticsearch));
        first.add(millis(() -> archive.get(ALL).expecting(200)), raw);
        all.add(median(() -> archive.get(ALL).expecting(200)), raw);
        property.add(median(() -> archive.get(ALL + "?property=watched-1").expecting(200)), raw);
        duplicates.add(median(() -> archive.get("/api/v1/duplicates").expecting(200)), raw);
        for (int pair = 0; pair < ASKED; pair++) {
          String year = "%d%d".formatted(100 + round, pair);
          String contradicting = contradict(ingest, year);
          listed.add(millis(() -> awaitListed(archive, contradicting)), raw);
        }
      }
    }
    return List.of(first, all, property, duplicates, listed);
  }

  /** Makes the facts, unless they are there: a data directory that is kept saves the time. */
  private static void prepare(Rig rig) throws Exception {
    FactCommands.prepare(rig);
    try (HttpConnection ingest = rig.ingest();
        HttpConnection elasticsearch = rig.elasticsearch()) {
      for (int number = 0; number < ContestedFacts.WATCHED; number++) {
        String definition =
            "{\"labels\":[{\"text\":\"watched %d\",\"language\":\"en\"}],\"datatype\":\"text\",\"singleValued\":true}"
                .formatted(number);
        FactCommands.make(ingest, "PUT", "/api/v1/properties/watched-" + number, definition);
      }
      if (ingest.get("/api/v1/sources/" + SOURCE).status() != 200
          && elasticsearch.get("/sources/_doc/" + SOURCE).status() != 200) {
        Imports.run(rig, SOURCE, ContestedFacts.table(SOURCE, THOUSANDS), 1_000 * THOUSANDS);
        rig.awaitQuiet();
        Multiplied.upTo(rig, SOURCE, rig.settings().facts());
      }
    }
    rig.awaitQuiet();
  }

  private static void count(HttpConnection elasticsearch) throws IOException {
    // Elasticsearch would give the same answer again without counting.
    elasticsearch.json("POST", "/facts/_search?request_cache=false", COUNT).expecting(200);
  }

  /** Records two facts that contradict each other and no others. */
  private static String contradict(HttpConnection ingest, String year) throws IOException {
    String last = "";
    for (int each = 0; each < 2; each++) {
      last = UUID.randomUUID().toString();
      String fact =
          """
          {"id":"%1$s","subject":"measured","property":"watched-0","valid":"%2$s-01/%2$s-12",\
          "value":{"type":"text","text":"said %1$s","language":"en"},\
          "citations":[{"source":"measured-text","quote":{"exact":"the council met for the 2th"}}]}\
          """
              .formatted(last, year);
      ingest
          .send("POST", "/api/v1/facts", Map.of("Content-Type", "application/json"), Rig.utf8(fact))
          .expecting(201);
    }
    return last;
  }

  private static void awaitListed(HttpConnection archive, String fact) throws IOException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!Rig.json(archive.get(ALL)).at("/findings/0/facts").toString().contains(fact)) {
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException(
            "the contradiction of '%s' is not listed first".formatted(fact));
      }
    }
  }

  private interface Asking {
    void once() throws Exception;
  }

  private static double median(Asking asking) throws Exception {
    double[] all = new double[ASKED];
    for (int at = 0; at < ASKED; at++) {
      all[at] = millis(asking);
    }
    return Figure.median(all);
  }

  private static double millis(Asking asking) throws Exception {
    long began = System.nanoTime();
    asking.once();
    return (System.nanoTime() - began) / 1e6;
  }
}
