package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defter.query.read.KnownAt;
import org.defter.query.search.Criteria.QualifierFilter;
import org.defter.query.search.language.Expression.Term;

/**
 * Turns what is asked for into an Elasticsearch query. Pure: the same answer for the same words.
 */
final class FactQueries {

  private FactQueries() {}

  /**
   * The query.
   *
   * @param names what each of the terms of the criteria's text names
   * @param kindSubjects the subjects of the kinds asked for; not looked at when none are
   */
  static Query of(Criteria criteria, Map<Term, NameMatches> names, List<String> kindSubjects) {
    BoolQuery.Builder query = new BoolQuery.Builder();
    if (criteria.text() != null) {
      query.must(new TextQueries(names).of(criteria.text()));
    }
    query.filter(filters(criteria));
    if (!criteria.kinds().isEmpty()) {
      query.filter(anyOf(FactFields.SUBJECT, kindSubjects));
    }
    return query.build()._toQuery();
  }

  static List<Query> filters(Criteria criteria) {
    Instant known = criteria.knownAt();
    Stream<Query> among =
        Stream.of(
                among(FactFields.SUBJECT, criteria.subjects()),
                among(FactFields.PROPERTY, criteria.properties()),
                criteria.superseded()
                    ? List.of(Query.of(q -> q.exists(e -> e.field(FactFields.KNOWN_TO))))
                    : among(FactFields.STANDING, criteria.standings()),
                among(FactFields.REASON_TYPE, criteria.reasons()),
                among(FactFields.SOURCES, criteria.sources()),
                among(FactFields.PASSAGES, criteria.passages()),
                among(FactFields.ACTOR, criteria.actors()),
                among(FactFields.CERTAINTY, criteria.certainties()),
                among(FactFields.DATATYPE, criteria.datatypes()))
            .flatMap(List::stream);
    Stream<Query> single =
        Stream.of(
                values(criteria.values()),
                criteria.qualifiers().stream().map(FactQueries::qualifier).toList(),
                criteria.valid() == null
                    ? List.<Query>of()
                    : List.of(ValidQueries.of(criteria.valid())),
                known == null ? List.<Query>of() : List.of(KnownAt.query(known)))
            .flatMap(List::stream);
    return Stream.concat(among, single).toList();
  }

  private static List<Query> among(String field, List<String> values) {
    return values.isEmpty() ? List.of() : List.of(anyOf(field, values));
  }

  private static Query anyOf(String field, List<String> values) {
    return Query.of(q ->
        q.terms(
            t -> t.field(field).terms(v -> v.value(values.stream().map(FieldValue::of).toList()))));
  }

  /** The subject of that identifier, or these words in the value. */
  private static List<Query> values(List<String> values) {
    if (values.isEmpty()) {
      return List.of();
    }
    BoolQuery.Builder any = new BoolQuery.Builder().minimumShouldMatch("1");
    any.should(anyOf(FactFields.VALUE_SUBJECT, values));
    any.should(anyOf(FactFields.VALUE, values));
    values.forEach(value -> any.should(TextQueries.words(Term.phrase(value), 1, FactFields.TEXT)));
    return List.of(any.build()._toQuery());
  }

  private static Query qualifier(QualifierFilter wanted) {
    String start = wanted.property() + "=";
    return wanted.value() == null
        ? Query.of(q -> q.prefix(p -> p.field(FactFields.QUALIFIERS).value(start)))
        : Query.of(q -> q.term(t -> t.field(FactFields.QUALIFIERS).value(start + wanted.value())));
  }
}
