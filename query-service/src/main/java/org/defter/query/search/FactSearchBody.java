package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterType;
import co.elastic.clients.util.NamedValue;
import java.util.List;
import org.defter.query.document.Index;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.jspecify.annotations.Nullable;

/**
 * A search as it is put to Elasticsearch.
 *
 * @param asked what the reader asks for
 * @param query the same as a query
 * @param index where to look
 * @param cursor where to go on; null for the first page
 * @param pointInTime what to read from; null for the first page
 */
record FactSearchBody(
    SearchRequest asked,
    Query query,
    Index index,
    @Nullable Cursor cursor,
    @Nullable String pointInTime) {

  co.elastic.clients.elasticsearch.core.SearchRequest request() {
    var search = new co.elastic.clients.elasticsearch.core.SearchRequest.Builder();
    search.query(query).size(asked.size()).sort(order()).trackTotalHits(t -> t.enabled(true));
    if (pointInTime == null) {
      search.index(index.alias());
    } else {
      search.pit(pit -> pit.id(pointInTime).keepAlive(PointsInTime.KEEP_ALIVE));
    }
    if (cursor == null) {
      search.aggregations(Facets.wanted());
    } else {
      search.searchAfter(cursor.after());
    }
    if (!asked.criteria().words().isEmpty()) {
      search.highlight(highlight());
    }
    return search.build();
  }

  /** The identifier comes last, so that no two facts share a place and none is skipped. */
  private List<SortOptions> order() {
    SortOptions first =
        switch (asked.sort()) {
          case RELEVANCE -> SortOptions.of(s -> s.score(score -> score.order(SortOrder.Desc)));
          case VALID ->
              SortOptions.of(s -> s.field(f -> f.field(FactFields.VALID_SORT).missing("_last")));
          case RECORDED ->
              SortOptions.of(
                  s -> s.field(f -> f.field(FactFields.CHANGED_AT).order(SortOrder.Desc)));
        };
    return List.of(first, SortOptions.of(s -> s.field(f -> f.field(FactFields.ID))));
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
