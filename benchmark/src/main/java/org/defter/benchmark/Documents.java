package org.defter.benchmark;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.defter.core.event.ArchiveJson;
import tools.jackson.databind.JsonNode;

/** Documents read back from the indexes, to be written again as the projection wrote them. */
final class Documents {

  private static final List<String> INDEXES = List.of("events", "facts", "fact-versions");
  private static final int PAGE = 1_000;

  private final List<byte[]> requests = new ArrayList<>();
  private final List<String> indexes;
  private int count;

  private Documents(List<String> indexes) {
    this.indexes = indexes;
  }

  /** How many documents there are. */
  int count() {
    return count;
  }

  /**
   * Reads what facts recorded after a position led to: for each its entry, its state and its
   * version, in requests of a thousand facts.
   */
  static Documents after(Rig rig, long position) throws IOException {
    return after(rig, position, INDEXES);
  }

  /** The same, of some indexes. */
  static Documents after(Rig rig, long position, List<String> indexes) throws IOException {
    Documents documents = new Documents(indexes);
    try (HttpConnection elasticsearch = rig.elasticsearch()) {
      Map<String, Long> reached = new HashMap<>();
      boolean more = true;
      while (more) {
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        more = false;
        for (String index : indexes) {
          List<JsonNode> page = page(elasticsearch, index, reached.getOrDefault(index, position));
          for (JsonNode hit : page) {
            documents.add(request, index, hit);
            reached.put(index, hit.path("_source").path("position").asLong());
          }
          more |= !page.isEmpty();
        }
        if (request.size() > 0) {
          documents.requests.add(request.toByteArray());
        }
      }
    }
    return documents;
  }

  private static List<JsonNode> page(HttpConnection elasticsearch, String index, long after)
      throws IOException {
    String search =
        "{\"size\":%d,\"sort\":[{\"position\":\"asc\"}],\"query\":{\"range\":{\"position\":{\"gt\":%d}}}}"
            .formatted(PAGE, after);
    String target = "/" + index + "/_search";
    JsonNode answer = Rig.json(elasticsearch.json("POST", target, Rig.utf8(search)));
    return answer.path("hits").path("hits").valueStream().toList();
  }

  /** As BulkWriter writes it: the state with its version, the others to be made once. */
  private void add(ByteArrayOutputStream request, String index, JsonNode hit) {
    JsonNode source = hit.path("_source");
    String id = hit.path("_id").asString();
    request.writeBytes(
        Rig.utf8(
            index.equals("facts")
                ? "{\"index\":{\"_index\":\"%s-raw\",\"_id\":\"%s\",\"version_type\":\"external\",\"version\":%d}}\n"
                    .formatted(index, id, source.path("version").asLong())
                : "{\"create\":{\"_index\":\"%s-raw\",\"_id\":\"%s\"}}\n".formatted(index, id)));
    request.writeBytes(ArchiveJson.mapper().writeValueAsBytes(source));
    request.write('\n');
    count++;
  }

  /**
   * Writes all of them into new indexes made by the same templates, and removes those.
   *
   * @return documents per second
   */
  double write(Rig rig, int threads) throws Exception {
    try (HttpConnection elasticsearch = rig.elasticsearch()) {
      for (String index : indexes) {
        elasticsearch.json("PUT", "/" + index + "-raw", Rig.utf8("{}")).expecting(200);
      }
      double seconds = send(rig, threads);
      for (String index : indexes) {
        elasticsearch.send("DELETE", "/" + index + "-raw", Map.of(), new byte[0]);
      }
      return count / seconds;
    }
  }

  private double send(Rig rig, int threads) throws Exception {
    var waiting = new ConcurrentLinkedQueue<>(requests);
    List<Thread> senders = new ArrayList<>();
    var failures = new ConcurrentLinkedQueue<String>();
    long began = System.nanoTime();
    for (int at = 0; at < threads; at++) {
      senders.add(Thread.ofPlatform().start(() -> drain(rig, waiting, failures)));
    }
    for (Thread sender : senders) {
      sender.join();
    }
    if (!failures.isEmpty()) {
      throw new IllegalStateException("raw bulk: " + failures.peek());
    }
    return (System.nanoTime() - began) / 1e9;
  }

  private static void drain(Rig rig, Queue<byte[]> waiting, Queue<String> failures) {
    try (HttpConnection elasticsearch = rig.elasticsearch()) {
      for (byte[] body = waiting.poll(); body != null; body = waiting.poll()) {
        HttpConnection.Answer answer = elasticsearch.json("POST", "/_bulk", body);
        if (answer.status() != 200 || answer.text().contains("\"errors\":true")) {
          failures.add(answer.text().substring(0, Math.min(500, answer.text().length())));
        }
      }
    } catch (IOException failed) {
      failures.add(failed.toString());
    }
  }
}
