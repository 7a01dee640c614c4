package org.defter.query.projection;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.util.BinaryData;
import co.elastic.clients.util.ContentType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defter.query.elasticsearch.Targets;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.projection.Change;
import org.jspecify.annotations.Nullable;

/** Writes changes to indexes, in bulk, and looks at what became of each. */
final class BulkWriter {

  /**
   * One request holds more than this only when a single document does. Elasticsearch takes 100 MB
   * at most, and far less well.
   */
  private static final long REQUEST_BYTES = 8L * 1024 * 1024;

  private final ElasticsearchClient client;

  BulkWriter(ElasticsearchClient client) {
    this.client = client;
  }

  /** What became of the changes. */
  sealed interface Outcome {
    /**
     * Every change was either made, or found made, or refused for good.
     *
     * @param refusals why, by the number of the change, from 0
     */
    record Settled(Map<Integer, String> refusals) implements Outcome {}

    /** Some changes were not made, and may be later: send all of them again. */
    record Unavailable(String reason) implements Outcome {}
  }

  /** Makes the changes, in their order for each document. */
  Outcome write(List<Change> changes, Targets targets) {
    Map<Integer, String> refusals = new HashMap<>();
    List<BulkOperation> request = new ArrayList<>();
    long bytes = 0;
    for (int at = 0; at < changes.size(); at++) {
      byte[] json = json(changes.get(at));
      if (!request.isEmpty() && bytes + json.length > REQUEST_BYTES) {
        String trouble = send(request, at - request.size(), changes, refusals);
        if (trouble != null) {
          return new Outcome.Unavailable(trouble);
        }
        request.clear();
        bytes = 0;
      }
      request.add(operation(changes.get(at), targets, json));
      bytes += json.length;
    }
    String trouble =
        request.isEmpty()
            ? null
            : send(request, changes.size() - request.size(), changes, refusals);
    return trouble == null ? new Outcome.Settled(refusals) : new Outcome.Unavailable(trouble);
  }

  private static byte[] json(Change change) {
    return switch (change) {
      case Change.Amend amend ->
          DocumentJson.mapper().writeValueAsBytes(Map.of("doc", amend.body()));
      case Change.Put _, Change.Add _ -> DocumentJson.mapper().writeValueAsBytes(change.body());
    };
  }

  private static BulkOperation operation(Change change, Targets targets, byte[] json) {
    String index = targets.name(change.index());
    BinaryData body = BinaryData.of(json, ContentType.APPLICATION_JSON);
    return switch (change) {
      case Change.Put put ->
          BulkOperation.of(operation ->
              operation.index(document ->
                  document
                      .index(index)
                      .id(put.id())
                      .versionType(VersionType.External)
                      .version(put.version())
                      .document(body)));
      case Change.Add add ->
          BulkOperation.of(operation ->
              operation.create(document -> document.index(index).id(add.id()).document(body)));
      case Change.Amend amend ->
          BulkOperation.of(operation ->
              operation.update(
                  document -> document.index(index).id(amend.id()).binaryAction(body)));
    };
  }

  /**
   * Sends one request.
   *
   * @param first the number of its first change
   * @return why it must be sent again; null when every item is settled
   */
  private @Nullable String send(
      List<BulkOperation> request, int first, List<Change> changes, Map<Integer, String> refusals) {
    BulkResponse response;
    try {
      response = client.bulk(bulk -> bulk.operations(request));
    } catch (ElasticsearchException refused) {
      return "Elasticsearch answers %d: %s".formatted(refused.status(), refused.getMessage());
    } catch (IOException unreachable) {
      return "Elasticsearch cannot be reached: " + unreachable.getMessage();
    }
    if (!response.errors()) {
      return null;
    }
    List<BulkResponseItem> items = response.items();
    for (int at = 0; at < items.size(); at++) {
      Change change = changes.get(first + at);
      BulkResponseItem item = items.get(at);
      if (item.status() < 300 || isMadeAlready(change, item.status())) {
        continue;
      }
      String reason = reason(change, item);
      if (isPassing(item.status())) {
        // What fails beside it may fail because of it (a version not there to be closed).
        return "Elasticsearch is not ready: " + reason;
      }
      refusals.put(first + at, reason);
    }
    return null;
  }

  /** A version conflict says that the index holds this version, or a later one. */
  private static boolean isMadeAlready(Change change, int status) {
    return status == 409 && !(change instanceof Change.Amend);
  }

  private static boolean isPassing(int status) {
    return status == 409 || status == 429 || status >= 500;
  }

  private static String reason(Change change, BulkResponseItem item) {
    if (change instanceof Change.Amend && item.status() == 404) {
      return ("'%s' is not in the index '%s', though an earlier event made it: the index has lost"
              + " documents and must be built anew")
          .formatted(change.id(), change.index().alias());
    }
    var error = item.error();
    String cause =
        error == null
            ? ""
            : error.reason()
                + (error.causedBy() == null ? "" : " (" + error.causedBy().reason() + ")");
    return "'%s' of the index '%s': %d %s"
        .formatted(change.id(), change.index().alias(), item.status(), cause);
  }
}
