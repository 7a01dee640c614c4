package org.defter.query.correction;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.BoolQuery;
import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;

/**
 * The question to Elasticsearch. The state filters after counting, so that one sees how many are
 * open and how many are closed; the other counts are of those of the state asked for.
 *
 * @param within the sources of the collections asked for; null when none was
 * @param now what ages are counted from
 */
record QueueBody(
    QueueRequest asked,
    @Nullable List<String> within,
    Instant now,
    @Nullable Cursor cursor,
    @Nullable String pointInTime) {

  static final String STATE = "state";
  static final String OF_STATE = "of-state";

  /** A facet shows its commonest values. */
  private static final int VALUES = 20;

  /** The facets, each with the field it counts. */
  static final Map<String, String> FACETS = new LinkedHashMap<>();

  static {
    FACETS.put("property", "property");
    FACETS.put("subject", "subject");
    FACETS.put("source", "sources");
    FACETS.put("proposer", "proposer.id");
    FACETS.put("reason", "reasonType");
  }

  SearchRequest request() {
    SearchRequest.Builder search = new SearchRequest.Builder();
    Query ofState = anyOf(STATE, asked.states());
    search
        .query(query())
        .postFilter(ofState)
        .size(asked.size())
        .trackTotalHits(t -> t.enabled(true))
        .sort(s -> s.field(f -> f.field("proposedAt").order(asked.order())))
        .sort(s -> s.field(f -> f.field("id").order(asked.order())));
    if (pointInTime == null) {
      search.index(Index.CORRECTIONS.alias());
    } else {
      search.pit(pit -> pit.id(pointInTime).keepAlive(PointsInTime.KEEP_ALIVE));
    }
    if (cursor == null) {
      search.aggregations(STATE, terms(STATE));
      Map<String, Aggregation> counts = new LinkedHashMap<>();
      FACETS.forEach((name, field) -> counts.put(name, terms(field)));
      search.aggregations(OF_STATE, a -> a.filter(ofState).aggregations(counts));
    } else {
      search.searchAfter(cursor.after());
    }
    return search.build();
  }

  private static Aggregation terms(String field) {
    return Aggregation.of(a -> a.terms(t -> t.field(field).size(VALUES)));
  }

  private Query query() {
    BoolQuery.Builder all = new BoolQuery.Builder();
    all.filter(anyOf("sources", asked.sources()));
    all.filter(anyOf("fact", asked.facts()));
    all.filter(anyOf("subject", asked.subjects()));
    all.filter(anyOf("property", asked.properties()));
    all.filter(anyOf("proposer.id", asked.proposers()));
    all.filter(anyOf("review.reviewer.id", asked.reviewers()));
    all.filter(anyOf("reasonType", asked.reasons()));
    if (within != null) {
      all.filter(among("sources", within));
    }
    if (asked.olderThan() != null) {
      all.filter(proposedTo(now.minus(asked.olderThan())));
    }
    if (asked.proposedTo() != null) {
      all.filter(proposedTo(asked.proposedTo()));
    }
    if (asked.proposedFrom() != null) {
      String first = asked.proposedFrom().toString();
      all.filter(q -> q.range(r -> r.date(d -> d.field("proposedAt").gte(first))));
    }
    if (asked.words() != null) {
      String words = asked.words();
      all.filter(q ->
          q.multiMatch(
              m -> m.query(words).fields("reasonText", "closedBecause").operator(Operator.And)));
    }
    return all.build()._toQuery();
  }

  private static Query proposedTo(Instant last) {
    return Query.of(q -> q.range(r -> r.date(d -> d.field("proposedAt").lte(last.toString()))));
  }

  private static Query anyOf(String field, List<String> values) {
    return values.isEmpty() ? Query.of(q -> q.matchAll(all -> all)) : among(field, values);
  }

  private static Query among(String field, List<String> values) {
    return Query.of(q ->
        q.terms(
            t -> t.field(field).terms(v -> v.value(values.stream().map(FieldValue::of).toList()))));
  }
}
