package org.defter.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.defter.core.event.ArchiveJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Documents of facts as the projection wrote them, written again about other subjects: a large
 * archive in minutes. What is of one subject and property stays so in each copy.
 */
final class Multiplied {

  private static final int PAGE = 1_000;
  private static final int THREADS = 2;

  /** An odd number far from any other: no two copies of two slots share one by design. */
  private static final long STEP = 0x5851F42D4C957L;

  private static final long NUMBERS = (1L << 52) - 1;

  private Multiplied() {}

  /** Adds copies of the facts of a source until the index holds that many facts. */
  static void upTo(Rig rig, String source, int facts) throws Exception {
    List<ObjectNode> templates = read(rig, source);
    long there;
    try (HttpConnection elasticsearch = rig.elasticsearch()) {
      there = Rig.json(elasticsearch.get("/facts/_count")).path("count").asLong();
    }
    long copies = (facts - there) / templates.size();
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Boolean>> tasks = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        int first = 1 + thread;
        tasks.add(() -> {
          write(rig, templates, first, copies);
          return true;
        });
      }
      for (Future<Boolean> done : threads.invokeAll(tasks)) {
        done.get();
      }
    }
  }

  private static List<ObjectNode> read(Rig rig, String source) throws IOException {
    List<ObjectNode> templates = new ArrayList<>();
    try (HttpConnection elasticsearch = rig.elasticsearch()) {
      long after = -1;
      int found = PAGE;
      while (found == PAGE) {
        String search =
            ("{\"size\":%d,\"sort\":[{\"position\":\"asc\"}],\"search_after\":[%d],"
                    + "\"query\":{\"term\":{\"sources\":\"%s\"}}}")
                .formatted(PAGE, after, source);
        JsonNode hits =
            Rig.json(elasticsearch.json("POST", "/facts/_search", Rig.utf8(search)))
                .path("hits")
                .path("hits");
        found = hits.size();
        for (JsonNode hit : hits) {
          templates.add((ObjectNode) hit.path("_source"));
          after = hit.path("_source").path("position").asLong();
        }
      }
    }
    return templates;
  }

  private static void write(Rig rig, List<ObjectNode> templates, int first, long copies)
      throws IOException {
    try (HttpConnection elasticsearch = rig.elasticsearch()) {
      for (int copy = first; copy <= copies; copy += THREADS) {
        for (int from = 0; from < templates.size(); from += PAGE) {
          ByteArrayOutputStream request = new ByteArrayOutputStream();
          for (ObjectNode template :
              templates.subList(from, Math.min(templates.size(), from + PAGE))) {
            add(request, template, copy);
          }
          String answer = elasticsearch.json("POST", "/_bulk", request.toByteArray()).text();
          if (!answer.contains("\"errors\":false")) {
            throw new IllegalStateException("bulk: " + answer);
          }
        }
      }
    }
  }

  private static void add(ByteArrayOutputStream request, ObjectNode template, int copy) {
    ObjectNode fact = template.deepCopy();
    String id = template.path("id").asString() + "-" + copy;
    String subject = template.path("subject").asString() + "-" + copy;
    fact.put("id", id).put("subject", subject).put("eventId", id);
    ((ObjectNode) fact.path("statement")).put("subject", subject);
    ObjectNode likeness = (ObjectNode) fact.path("likeness");
    likeness.put("slot", (likeness.path("slot").asLong() + copy * STEP) & NUMBERS);
    likeness.put("value", (likeness.path("value").asLong() + copy * STEP) & NUMBERS);
    request.writeBytes(
        Rig.utf8(
            "{\"index\":{\"_index\":\"facts\",\"_id\":\"%s\",\"version_type\":\"external\",\"version\":1}}\n"
                .formatted(id)));
    request.writeBytes(ArchiveJson.mapper().writeValueAsBytes(fact));
    request.write('\n');
  }
}
