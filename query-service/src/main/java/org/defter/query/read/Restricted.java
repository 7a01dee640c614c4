package org.defter.query.read;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.defter.core.source.Access;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The sources that are restricted now, and what of the indexes is not for whoever may not read
 * them: the sources themselves, every document that cites one, and what was decided about pairs of
 * facts, which says what both said.
 *
 * <p>Looked up at most once a second; a source is found here once it can be found at all.
 */
final class Restricted {

  /** What must be read of a document to tell whether it is for everybody. */
  static final List<String> FIELDS = List.of("id", "sources", "description.access");

  private static final String CITED = "sources";
  private static final String ACCESS = "description.access";
  private static final String RESTRICTED = Access.RESTRICTED.word();
  private static final long LOOKED_UP_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int PAGE = 10_000;

  private final ElasticsearchClient client;
  private volatile @Nullable Known known;

  Restricted(ElasticsearchClient client) {
    this.client = client;
  }

  private record Known(Set<String> sources, long sinceNanos) {}

  /** Their identifiers. */
  Set<String> sources() throws IOException {
    Known last = known;
    long now = System.nanoTime();
    if (last == null || now - last.sinceNanos() > LOOKED_UP_EVERY_NANOS) {
      last = new Known(look(), now);
      known = last;
    }
    return last.sources();
  }

  private Set<String> look() throws IOException {
    Set<String> all = new HashSet<>();
    List<FieldValue> after = List.of();
    List<Hit<Void>> page;
    do {
      page = page(after);
      page.forEach(hit -> all.add(String.valueOf(hit.id())));
      after = page.isEmpty() ? after : page.getLast().sort();
    } while (page.size() == PAGE);
    return all;
  }

  private List<Hit<Void>> page(List<FieldValue> after) throws IOException {
    return client
        .search(
            search -> {
              search
                  .index(Index.SOURCES.alias())
                  .query(q -> q.term(t -> t.field(ACCESS).value(RESTRICTED)))
                  .source(s -> s.fetch(false))
                  .size(PAGE)
                  .sort(sort -> sort.field(f -> f.field("id")));
              return after.isEmpty() ? search : search.searchAfter(after);
            },
            Void.class)
        .hits()
        .hits();
  }

  /** The same question, asked of what is for everybody. */
  static Query open(@Nullable Query asked, Set<String> restricted) {
    List<FieldValue> sources = restricted.stream().map(FieldValue::of).toList();
    BoolQuery.Builder open = new BoolQuery.Builder();
    if (asked != null) {
      open.must(asked);
    }
    return open.mustNot(q -> q.terms(t -> t.field(CITED).terms(v -> v.value(sources))))
        .mustNot(q ->
            q.bool(b ->
                b.filter(f -> f.exists(e -> e.field(ACCESS)))
                    .filter(f -> f.terms(t -> t.field("id").terms(v -> v.value(sources))))))
        .mustNot(q -> q.term(t -> t.field("aggregateKind").value(EventDocument.KIND_OF_FINDINGS)))
        .build()
        ._toQuery();
  }

  /** Whether a document, of which at least {@link #FIELDS} were read, is for everybody. */
  static boolean isOpen(JsonNode document, Set<String> restricted) {
    boolean isSource = document.path("description").has("access");
    return !(isSource && restricted.contains(document.path("id").asString()))
        && document.path(CITED).valueStream().noneMatch(id -> restricted.contains(id.asString()))
        && !document.path("aggregateKind").asString("").equals(EventDocument.KIND_OF_FINDINGS);
  }
}
