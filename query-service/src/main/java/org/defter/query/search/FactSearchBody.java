package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import java.util.stream.Stream;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;

/**
 * A search as it is put to Elasticsearch.
 *
 * @param asked what the reader asks for
 * @param query the same as a query
 * @param index where to look
 * @param cursor where to go on; null for the first page
 * @param pointInTime what to read from; null for the index as it is at this moment
 */
record FactSearchBody(
    SearchRequest asked,
    Query query,
    Index index,
    @Nullable Cursor cursor,
    @Nullable String pointInTime) {

  /** The same, going on from where a page ended. */
  FactSearchBody from(Cursor after) {
    return new FactSearchBody(asked, query, index, after, after.pointInTime());
  }

  /** A page: with highlights, the total, and, on the first, everything that is counted. */
  co.elastic.clients.elasticsearch.core.SearchRequest page() {
    var search = hits().trackTotalHits(t -> t.enabled(true));
    if (cursor == null) {
      search.aggregations(Facets.wanted()).aggregations(Timelines.reach());
    }
    if (asked.criteria().text() != null) {
      search.highlight(highlight());
    }
    return search.build();
  }

  /** The facts alone. */
  co.elastic.clients.elasticsearch.core.SearchRequest batch() {
    return hits().trackTotalHits(t -> t.enabled(false)).build();
  }

  /** How many there are in each of these stretches of time. */
  co.elastic.clients.elasticsearch.core.SearchRequest counting(Spans spans) {
    return where()
        .query(query)
        .size(0)
        .trackTotalHits(t -> t.enabled(false))
        .aggregations(Timelines.within(spans))
        .build();
  }

  private co.elastic.clients.elasticsearch.core.SearchRequest.Builder hits() {
    var search = where().query(query).size(asked.size()).sort(order());
    return cursor == null ? search : search.searchAfter(cursor.after());
  }

  private co.elastic.clients.elasticsearch.core.SearchRequest.Builder where() {
    var search = new co.elastic.clients.elasticsearch.core.SearchRequest.Builder();
    return pointInTime == null
        ? search.index(index.alias())
        : search.pit(pit -> pit.id(pointInTime).keepAlive(PointsInTime.KEEP_ALIVE));
  }

  /** The identifier comes last, so that no two facts share a place and none is skipped. */
  private List<SortOptions> order() {
    List<SortOptions> order =
        switch (asked.sort()) {
          case RELEVANCE ->
              List.of(SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc))));
          case VALID -> List.of(ascending(FactFields.VALID_SORT));
          case RECORDED ->
              List.of(
                  SortOptions.of(
                      s -> s.field(f -> f.field(FactFields.CHANGED_AT).order(SortOrder.Desc))));
          case SUBJECT -> List.of(ascending(FactFields.SUBJECT), ascending(FactFields.VALID_SORT));
          case PROPERTY ->
              List.of(ascending(FactFields.PROPERTY), ascending(FactFields.VALID_SORT));
        };
    return Stream.concat(order.stream(), Stream.of(ascending(FactFields.ID))).toList();
  }

  private static SortOptions ascending(String field) {
    return SortOptions.of(s -> s.field(f -> f.field(field).missing("_last")));
  }

  private static Highlight highlight() {
    List<NamedValue<HighlightField>> quotes =
        FactFields.readings(FactFields.QUOTE).stream()
            .map(field -> NamedValue.of(field, HighlightField.of(f -> f)))
            .toList();
    return Highlight.of(h ->
        h.type(HighlighterType.Unified)
            .numberOfFragments(0)
            .requireFieldMatch(true)
            .preTags(String.valueOf(Segment.BEGIN))
            .postTags(String.valueOf(Segment.END))
            .fields(quotes));
  }
}
