package org.defter.query.comparison;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.defter.query.comparison.Difference.Kind;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Walks through the facts whose answers at two times differ, in the order of their identifiers.
 *
 * <p>Asked of the versions known at one of the two times and not at the other, so that what did not
 * change in between costs nothing. A fact has one such version or two, and they stand beside each
 * other: alone, it appeared or went; two with one digest say the same again.
 */
final class DifferingFacts {

  /** How many versions are looked at in one request; they come without their words. */
  private static final int STRIDE = 10_000;

  private final ReadModel readModel;
  private final Query versions;
  private final Instant from;

  /**
   * @param question what is asked at both times, without a time
   */
  DifferingFacts(ReadModel readModel, Query question, Instant from, Instant to) {
    this.readModel = readModel;
    this.from = from;
    Query first = KnownAt.query(from);
    Query second = KnownAt.query(to);
    this.versions =
        Query.of(q ->
            q.bool(all ->
                all.filter(question)
                    .minimumShouldMatch("1")
                    .should(s -> s.bool(b -> b.filter(first).mustNot(second)))
                    .should(s -> s.bool(b -> b.filter(second).mustNot(first)))));
  }

  /** A version that is only known at one of the two times. */
  private record Version(String fact, boolean before, String digest) {}

  /**
   * Shows each fact that differs to a visitor, until it wants no more.
   *
   * @param after the fact to go on behind; null to begin
   */
  void walk(@Nullable String after, Predicate<DifferingFact> visitor) {
    String behind = after;
    List<Version> some;
    do {
      some = next(behind);
      boolean last = some.size() < STRIDE;
      int end = last ? some.size() : beginOfLastFact(some);
      for (int at = 0; at < end; ) {
        Version one = some.get(at++);
        Version other = at < end && some.get(at).fact().equals(one.fact()) ? some.get(at++) : null;
        Kind kind = kind(one, other);
        if (kind != null && !visitor.test(new DifferingFact(one.fact(), kind))) {
          return;
        }
        behind = one.fact();
      }
    } while (some.size() == STRIDE);
  }

  /** Its other version may be in the next stride. */
  private static int beginOfLastFact(List<Version> some) {
    int at = some.size() - 1;
    while (some.get(at - 1).fact().equals(some.getLast().fact())) {
      at--;
    }
    return at;
  }

  /** Null when it says the same at both times. */
  private static @Nullable Kind kind(Version one, @Nullable Version other) {
    if (other != null) {
      return one.digest().equals(other.digest()) ? null : Kind.CHANGED;
    }
    return one.before() ? Kind.WENT : Kind.APPEARED;
  }

  private List<Version> next(@Nullable String behind) {
    List<Version> found = new ArrayList<>();
    for (Hit<JsonNode> hit :
        readModel.ask(client -> client.search(body(behind), JsonNode.class)).hits().hits()) {
      List<FieldValue> sort = hit.sort();
      Instant changedAt = Instant.ofEpochMilli(sort.get(2).longValue());
      found.add(
          new Version(
              Objects.requireNonNull(sort.get(0).stringValue()),
              !changedAt.isAfter(from),
              Objects.requireNonNull(sort.get(3).stringValue())));
    }
    return found;
  }

  /** What is needed of a version are the fields it is sorted by. */
  private SearchRequest body(@Nullable String behind) {
    SearchRequest.Builder search = new SearchRequest.Builder();
    search
        .index(Index.FACT_VERSIONS.alias())
        .query(versions)
        .size(STRIDE)
        .trackTotalHits(t -> t.enabled(false))
        .source(s -> s.fetch(false));
    for (String field : List.of("id", "version", "changedAt", "digest")) {
      search.sort(s -> s.field(f -> f.field(field).order(SortOrder.Asc)));
    }
    if (behind != null) {
      search.searchAfter(
          FieldValue.of(behind),
          FieldValue.of(Long.MAX_VALUE),
          FieldValue.of(Long.MAX_VALUE),
          FieldValue.of(""));
    }
    return search.build();
  }
}
