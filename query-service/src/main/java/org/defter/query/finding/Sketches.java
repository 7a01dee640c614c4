package org.defter.query.finding;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.LongTermsBucket;
import co.elastic.clients.elasticsearch._types.query_dsl.FieldAndFormat;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import co.elastic.clients.json.JsonData;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Standing;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.Likeness;
import org.jspecify.annotations.Nullable;

/** Looks for facts worth comparing among all that there are. */
final class Sketches {

  /** As many as Elasticsearch gives in one answer. */
  private static final int PAGE = 10_000;

  private static final int NUMBERS_AT_ONCE = 2_000;

  /** Facts counted at once: half as many groups of two or more at most, of the 65,535 it gives. */
  private static final long COUNTED_AT_ONCE = 50_000;

  static final String SEQUENCE = "_seq_no";
  private static final String ABOUT = "value.subject";
  private static final String VALID = "valid.text";
  private static final List<FieldAndFormat> FIELDS =
      Stream.of(
              "id",
              "subject",
              "property",
              Kind.CONTRADICTION.field(),
              Kind.REPETITION.field(),
              ABOUT,
              VALID)
          .map(field -> FieldAndFormat.of(f -> f.field(field)))
          .toList();

  /** Accepted and disputed facts: the others contradict nothing. */
  private static final Query COUNTING =
      anyOf(
          "standing",
          Stream.of(Standing.values()).filter(Standing::counts).map(Standing::word).toList());

  private final ReadModel readModel;

  Sketches(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** Facts, however they stand, that were written after this place in the index; in parts. */
  void writtenAfter(long place, Consumer<List<Sketch>> some) {
    inParts(after(place), some);
  }

  /** These facts, however they stand. */
  List<Sketch> ofFacts(Collection<String> facts) {
    List<Sketch> all = new ArrayList<>();
    inParts(anyOf("id", facts), all::addAll);
    return all;
  }

  /** Facts about these subjects, or that name one of them; in parts. */
  void naming(Collection<String> subjects, Consumer<List<Sketch>> some) {
    List<Query> each = new ArrayList<>();
    each.add(anyOf("subject", subjects));
    each.add(anyOf(ABOUT, subjects));
    subjects.forEach(subject ->
        each.add(Query.of(q -> q.wildcard(w -> w.field("qualifiers").value("*=" + subject)))));
    inParts(Query.of(q -> q.bool(b -> b.minimumShouldMatch("1").should(each))), some);
  }

  /** Facts that count, of these subjects. */
  List<Sketch> ofSubjects(Collection<String> subjects) {
    List<Sketch> all = new ArrayList<>();
    inParts(allOf(COUNTING, anyOf("subject", subjects)), all::addAll);
    return all;
  }

  /** Facts that count and have one of these numbers, in parts: all that have one are in one. */
  void alike(Kind kind, List<Long> numbers, Consumer<List<Sketch>> some) {
    for (int from = 0; from < numbers.size(); from += NUMBERS_AT_ONCE) {
      List<Long> part = numbers.subList(from, Math.min(numbers.size(), from + NUMBERS_AT_ONCE));
      List<Sketch> alike = new ArrayList<>();
      inParts(allOf(COUNTING, anyNumber(kind, part)), alike::addAll);
      some.accept(alike);
    }
  }

  /**
   * Numbers that two facts or more have that count, in parts.
   *
   * @param properties of the facts; null for any
   */
  void repeated(Kind kind, @Nullable Collection<String> properties, Consumer<List<Long>> some) {
    Query asked = properties == null ? COUNTING : allOf(COUNTING, anyOf("property", properties));
    long facts =
        readModel.ask(
            client -> client.count(c -> c.index(Index.FACTS.alias()).query(asked)).count());
    // Numbers are digests: each stretch of them holds about as many facts.
    long step = Likeness.BOUND / (1 + facts / COUNTED_AT_ONCE) + 1;
    for (long from = 0; from < Likeness.BOUND; from += step) {
      some.accept(repeated(kind, allOf(asked, within(kind, from, from + step))));
    }
  }

  private List<Long> repeated(Kind kind, Query asked) {
    return Objects.requireNonNull(
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
                                    "numbers",
                                    a ->
                                        a.terms(t ->
                                            t.field(kind.field())
                                                .minDocCount(2)
                                                // An index has one shard: what is alone there
                                                // is alone.
                                                .shardMinDocCount(2L)
                                                .size((int) COUNTED_AT_ONCE))),
                        FactDocument.class))
                .aggregations()
                .get("numbers"))
        .lterms()
        .buckets()
        .array()
        .stream()
        .map(LongTermsBucket::key)
        .toList();
  }

  /**
   * In the order they were written in. What is written again while this goes on moves on in it, so
   * it may be met twice and is never left out.
   */
  private void inParts(Query query, Consumer<List<Sketch>> some) {
    Query asked = query;
    int found = PAGE;
    while (found == PAGE) {
      List<Hit<FactDocument>> hits = page(asked);
      found = hits.size();
      if (found > 0) {
        some.accept(hits.stream().map(Sketches::sketch).toList());
        asked = allOf(query, after(hits.getLast().sort().getFirst().longValue()));
      }
    }
  }

  private List<Hit<FactDocument>> page(Query query) {
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.FACTS.alias())
                        .query(query)
                        .size(PAGE)
                        .trackTotalHits(t -> t.enabled(false))
                        .storedFields("_none_")
                        .docvalueFields(FIELDS)
                        .sort(sort -> sort.field(f -> f.field(SEQUENCE).order(SortOrder.Asc))),
                FactDocument.class))
        .hits()
        .hits();
  }

  private static Sketch sketch(Hit<FactDocument> hit) {
    Map<String, JsonData> fields = hit.fields();
    String valid = text(fields, VALID);
    return new Sketch(
        Objects.requireNonNull(text(fields, "id")),
        Objects.requireNonNull(text(fields, "subject")),
        Objects.requireNonNull(text(fields, "property")),
        new Likeness(
            number(fields, Kind.CONTRADICTION.field()), number(fields, Kind.REPETITION.field())),
        text(fields, ABOUT),
        valid == null ? null : Edtf.parse(valid));
  }

  private static @Nullable String text(Map<String, JsonData> fields, String field) {
    return first(fields, field) instanceof JsonString text ? text.getString() : null;
  }

  private static long number(Map<String, JsonData> fields, String field) {
    return first(fields, field) instanceof JsonNumber number ? number.longValueExact() : 0;
  }

  private static @Nullable JsonValue first(Map<String, JsonData> fields, String field) {
    JsonData values = fields.get(field);
    return values == null ? null : values.toJson().asJsonArray().getFirst();
  }

  /** What was written after this place in an index. */
  static Query after(long place) {
    return Query.of(q -> q.range(r -> r.number(n -> n.field(SEQUENCE).gt((double) place))));
  }

  private static Query within(Kind kind, long from, long to) {
    return Query.of(
        q -> q.range(r -> r.number(n -> n.field(kind.field()).gte((double) from).lt((double) to))));
  }

  private static Query allOf(Query... each) {
    return Query.of(q -> q.bool(b -> b.filter(List.of(each))));
  }

  private static Query anyNumber(Kind kind, Collection<Long> numbers) {
    return anyOf(kind.field(), numbers.stream().map(FieldValue::of));
  }

  private static Query anyOf(String field, Collection<String> values) {
    return anyOf(field, values.stream().map(FieldValue::of));
  }

  private static Query anyOf(String field, Stream<FieldValue> values) {
    return Query.of(q -> q.terms(t -> t.field(field).terms(v -> v.value(values.toList()))));
  }
}
