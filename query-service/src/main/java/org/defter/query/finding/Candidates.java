package org.defter.query.finding;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.fact.Standing;
import org.defter.query.document.FactDocument;
import org.defter.query.document.Index;
import org.defter.query.document.PropertyDocument;
import org.defter.query.finding.SettledSlots.Positions;
import org.defter.query.read.ReadModel;
import org.springframework.stereotype.Component;

/**
 * Finds facts worth comparing. Elasticsearch counts them by {@link
 * org.defter.query.document.Likeness}; those that cannot be counted so, because a subject was
 * merged, are added.
 */
@Component
final class Candidates {

  /** The most groups that Elasticsearch is asked to count: it gives 65,535 at most. */
  private static final int MOST_COUNTED = 50_000;

  /** The most groups that one question looks into. */
  private static final int MOST_GROUPS = 10_000;

  private static final int MOST_FACTS = 10_000;
  private static final int GROUPS_AT_ONCE = 1_000;
  private static final int ALL_PROPERTIES = 10_000;
  private static final String SLOT = "likeness.slot";
  private static final String VALUE = "likeness.value";

  private final ReadModel readModel;
  private final SettledSlots settled;

  Candidates(ReadModel readModel, SettledSlots settled) {
    this.readModel = readModel;
    this.settled = settled;
  }

  /**
   * Facts to compare.
   *
   * @param complete whether these are all
   */
  record Found(List<Candidate> facts, boolean complete) {}

  /**
   * The properties that hold one value at a time.
   *
   * @param among only these; empty for any
   */
  List<String> watched(List<String> among) {
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.PROPERTIES.alias())
                        .query(q ->
                            q.bool(b -> {
                              b.filter(f -> f.term(t -> t.field("singleValued").value(true)));
                              return among.isEmpty() ? b : b.filter(anyOf("id", among));
                            }))
                        .size(ALL_PROPERTIES),
                PropertyDocument.class))
        .hits()
        .hits()
        .stream()
        .map(hit -> Objects.requireNonNull(hit.source()).id())
        .toList();
  }

  /** Facts of one subject and property that differ, but for those that are settled. */
  Found contested(List<String> subjects, List<String> watched, MergedSubjects merged) {
    Query asked = counting(subjects, watched);
    Map<String, Aggregation> ends =
        Map.of(
            "least", Aggregation.of(a -> a.min(m -> m.field(VALUE))),
            "most", Aggregation.of(a -> a.max(m -> m.field(VALUE))),
            "positions", Aggregation.of(a -> a.stats(s -> s.field("position"))));
    List<LongTermsBucket> slots = groups(asked, SLOT, ends);
    List<Long> contested =
        slots.stream()
            .filter(Candidates::differ)
            .filter(slot -> !settled.holds(slot.key(), positions(slot)))
            .map(LongTermsBucket::key)
            .toList();
    return found(asked, SLOT, contested, slots.size(), merged);
  }

  private static boolean differ(LongTermsBucket slot) {
    return !Objects.equals(
        part(slot.aggregations(), "least").min().value(),
        part(slot.aggregations(), "most").max().value());
  }

  private static Positions positions(LongTermsBucket slot) {
    return Positions.of(part(slot.aggregations(), "positions").stats());
  }

  private static Aggregate part(Map<String, Aggregate> all, String name) {
    return Objects.requireNonNull(all.get(name), name);
  }

  /** Facts of one subject and property with one value. */
  Found repeated(List<String> subjects, List<String> properties, MergedSubjects merged) {
    Query asked = counting(subjects, properties);
    List<Long> values = groups(asked, VALUE, Map.of()).stream().map(LongTermsBucket::key).toList();
    return found(asked, VALUE, values, values.size(), merged);
  }

  private Found found(
      Query asked, String field, List<Long> groups, int counted, MergedSubjects merged) {
    List<Candidate> facts = new ArrayList<>();
    boolean complete = counted < MOST_COUNTED && groups.size() <= MOST_GROUPS && merged.complete();
    List<Long> some = groups.subList(0, Math.min(groups.size(), MOST_GROUPS));
    for (int from = 0; from < some.size(); from += GROUPS_AT_ONCE) {
      List<Long> part = some.subList(from, Math.min(some.size(), from + GROUPS_AT_ONCE));
      complete &= add(facts, both(asked, anyOf(field, part.stream().map(FieldValue::of))));
    }
    if (!merged.into().isEmpty()) {
      complete &= add(facts, both(asked, ofAny(merged.all())));
    }
    return new Found(facts, complete);
  }

  private List<LongTermsBucket> groups(Query asked, String field, Map<String, Aggregation> parts) {
    Map<String, Aggregate> answered =
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(Index.FACTS.alias())
                            .query(asked)
                            .size(0)
                            .trackTotalHits(t -> t.enabled(false))
                            .aggregations(
                                "groups",
                                a ->
                                    a.terms(t ->
                                            t.field(field)
                                                .minDocCount(2)
                                                // An index has one shard: what is alone there is
                                                // alone.
                                                .shardMinDocCount(2L)
                                                .size(MOST_COUNTED))
                                        .aggregations(parts)),
                    FactDocument.class))
            .aggregations();
    return part(answered, "groups").lterms().buckets().array();
  }

  /** Whether these were all. */
  private boolean add(List<Candidate> facts, Query query) {
    var hits =
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(Index.FACTS.alias())
                            .query(query)
                            .size(MOST_FACTS)
                            .source(s -> s.filter(f -> f.includes(Candidate.FIELDS))),
                    Candidate.class))
            .hits();
    hits.hits().stream().flatMap(hit -> Stream.ofNullable(hit.source())).forEach(facts::add);
    return hits.hits().size() < MOST_FACTS;
  }

  private static Query counting(List<String> subjects, List<String> properties) {
    BoolQuery.Builder all = new BoolQuery.Builder();
    all.filter(
        anyOf(
            "standing",
            Stream.of(Standing.values()).filter(Standing::counts).map(Standing::word).toList()));
    if (!subjects.isEmpty()) {
      all.filter(anyOf("subject", subjects));
    }
    if (!properties.isEmpty()) {
      all.filter(anyOf("property", properties));
    }
    return all.build()._toQuery();
  }

  private static Query ofAny(List<String> subjects) {
    return Query.of(q ->
        q.bool(b ->
            b.minimumShouldMatch("1")
                .should(anyOf("subject", subjects))
                .should(anyOf("value.subject", subjects))));
  }

  private static Query both(Query one, Query other) {
    return Query.of(q -> q.bool(b -> b.filter(one).filter(other)));
  }

  private static Query anyOf(String field, Collection<String> values) {
    return anyOf(field, values.stream().map(FieldValue::of));
  }

  private static Query anyOf(String field, Stream<FieldValue> values) {
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(values.toList()))));
  }
}
