package org.defter.query.status;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.CountResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How many documents the indexes hold. */
@Component
class DocumentCounts {

  /** A status that keeps its reader waiting is none. */
  private static final long PATIENCE_MILLIS = 1_000;

  private final ElasticsearchAsyncClient client;

  DocumentCounts(ElasticsearchClient client) {
    this.client = new ElasticsearchAsyncClient(client._transport());
  }

  /** The counts by alias; null while Elasticsearch does not answer. */
  @Nullable Map<String, Long> byIndex() {
    Map<String, CompletableFuture<CountResponse>> asked = new LinkedHashMap<>();
    for (Index index : Index.values()) {
      asked.put(index.alias(), client.count(count -> count.index(index.alias())));
    }
    try {
      CompletableFuture.allOf(asked.values().toArray(CompletableFuture[]::new))
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException silent) {
      return null;
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      return null;
    }
    Map<String, Long> counts = new LinkedHashMap<>();
    asked.forEach((alias, answer) -> counts.put(alias, answer.join().count()));
    return counts;
  }
}
