package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.RangeRelation;
import java.time.LocalDate;
import org.defter.query.search.Criteria.ValidFilter;
import org.defter.readmodel.document.ValidFields;

/** Asks about valid time, as {@link ValidFields} says. What has no date is never found. */
final class ValidQueries {

  private ValidQueries() {}

  static Query of(ValidFilter asked) {
    return switch (asked.mode()) {
      case POSSIBLY -> days(FactFields.POSSIBLE, asked, RangeRelation.Intersects);
      case CERTAINLY ->
          either(
              days(FactFields.CERTAIN, asked, RangeRelation.Intersects),
              days(FactFields.CERTAIN_IN, asked, RangeRelation.Within));
      case POSSIBLY_WITHIN ->
          either(
              days(FactFields.LEAST, asked, RangeRelation.Within),
              days(FactFields.LEAST_AT, asked, RangeRelation.Intersects));
      case CERTAINLY_WITHIN -> bounds(asked);
    };
  }

  private static Query either(Query one, Query other) {
    return Query.of(q -> q.bool(b -> b.minimumShouldMatch("1").should(one, other)));
  }

  private static Query days(String field, ValidFilter asked, RangeRelation relation) {
    return Query.of(q ->
        q.range(r ->
            r.date(d -> {
              d.field(field).relation(relation);
              if (asked.from() != null) {
                d.gte(day(asked.from()));
              }
              if (asked.to() != null) {
                d.lte(day(asked.to()));
              }
              return d;
            })));
  }

  /** A date that has no such bound has no such field, and is not found. */
  private static Query bounds(ValidFilter asked) {
    BoolQuery.Builder both = new BoolQuery.Builder();
    both.filter(Query.of(q -> q.exists(e -> e.field(FactFields.VALID_TEXT))));
    if (asked.from() != null) {
      String first = day(asked.from());
      both.filter(
          Query.of(q -> q.range(r -> r.date(d -> d.field(FactFields.EARLIEST).gte(first)))));
    }
    if (asked.to() != null) {
      String last = day(asked.to());
      both.filter(Query.of(q -> q.range(r -> r.date(d -> d.field(FactFields.LATEST).lte(last)))));
    }
    return both.build()._toQuery();
  }

  private static String day(LocalDate asked) {
    return ValidFields.counted(asked).toString();
  }
}
