package org.defter.audit;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.Time;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.elasticsearch.indices.GetAliasResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads whole indexes of Elasticsearch, a page at a time. */
public final class IndexDocuments {

  private static final Time KEEP_ALIVE = Time.of(time -> time.time("5m"));
  private static final int PAGE = 1_000;

  /** Documents with a transcription may have millions of characters each. */
  private static final int PAGE_OF_LARGE = 10;

  private static final Query SOURCES =
      Query.of(q -> q.term(t -> t.field("aggregateKind").value("source")));

  private final ElasticsearchClient client;
  private final Function<Index, String> names;

  /**
   * @param names of the indexes that are read, aliases or not
   */
  public IndexDocuments(ElasticsearchClient client, Function<Index, String> names) {
    this.client = client;
    this.names = names;
  }

  /** A document; without its JSON when there is none of that id. */
  interface Reader extends BiConsumer<String, @Nullable JsonNode> {}

  /** The documents of some kind in an index, and how many are read at a time. */
  private record Part(Query query, int page) {}

  private static List<Part> parts(Index index) {
    return switch (index) {
      case SOURCES, SOURCE_VERSIONS ->
          List.of(new Part(Query.of(q -> q.matchAll(all -> all)), PAGE_OF_LARGE));
      case EVENTS ->
          List.of(
              new Part(SOURCES, PAGE_OF_LARGE),
              new Part(Query.of(q -> q.bool(not -> not.mustNot(SOURCES))), PAGE));
      default -> List.of(new Part(Query.of(q -> q.matchAll(all -> all)), PAGE));
    };
  }

  /** Why readers of a name may be given documents of several indexes; null when they are not. */
  @Nullable String doubled(Index index) throws IOException {
    GetAliasResponse found;
    try {
      found = client.indices().getAlias(get -> get.index(names.apply(index)));
    } catch (ElasticsearchException refused) {
      return "the index '%s' is not there".formatted(index.alias());
    }
    return found.aliases().size() == 1
        ? null
        : "the name '%s' stands for %d indexes: %s"
            .formatted(index.alias(), found.aliases().size(), found.aliases().keySet());
  }

  /** How many documents there are, everything written until now counted. */
  long count(Index index) throws IOException {
    client.indices().refresh(refresh -> refresh.index(names.apply(index)));
    return client.count(count -> count.index(names.apply(index))).count();
  }

  /** Hands over every document, each as it is at this moment. */
  void each(Index index, Reader reader) throws IOException {
    client.indices().refresh(refresh -> refresh.index(names.apply(index)));
    for (Part part : parts(index)) {
      String pointInTime =
          client.openPointInTime(open -> open.index(names.apply(index)).keepAlive(KEEP_ALIVE)).id();
      try {
        each(pointInTime, part, reader);
      } finally {
        client.closePointInTime(close -> close.id(pointInTime));
      }
    }
  }

  private void each(String pointInTime, Part part, Reader reader) throws IOException {
    List<Hit<JsonNode>> page = page(pointInTime, part, List.of());
    while (!page.isEmpty()) {
      List<FieldValue> last = page.getLast().sort();
      // Elasticsearch looks for the next page while this one is read.
      CompletableFuture<List<Hit<JsonNode>>> next =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return page(pointInTime, part, last);
                } catch (IOException failed) {
                  throw new UncheckedIOException(failed);
                }
              },
              Thread::startVirtualThread);
      for (Hit<JsonNode> hit : page) {
        reader.accept(Objects.requireNonNull(hit.id()), hit.source());
      }
      try {
        page = next.join();
      } catch (CompletionException failed) {
        throw failed.getCause() instanceof UncheckedIOException broken
            ? broken.getCause()
            : new IOException(failed.getCause());
      }
    }
  }

  private List<Hit<JsonNode>> page(String pointInTime, Part part, List<FieldValue> after)
      throws IOException {
    SearchResponse<JsonNode> page =
        client.search(
            search -> {
              search
                  .pit(pit -> pit.id(pointInTime).keepAlive(KEEP_ALIVE))
                  .query(part.query())
                  .size(part.page())
                  .trackTotalHits(track -> track.enabled(false))
                  .sort(
                      sort -> sort.field(field -> field.field("_shard_doc").order(SortOrder.Asc)));
              return after.isEmpty() ? search : search.searchAfter(after);
            },
            JsonNode.class);
    return page.hits().hits();
  }

  /** Hands over some documents as they are at this moment, and the ids of those not there. */
  void each(Index index, Collection<String> ids, Reader reader) throws IOException {
    for (String id : ids) {
      reader.accept(
          id, client.get(get -> get.index(names.apply(index)).id(id), JsonNode.class).source());
    }
  }
}
