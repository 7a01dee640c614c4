package org.defter.query.change;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.event.FieldChange;
import org.defter.core.event.FieldChanges;
import org.defter.core.fact.FactEvent;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the audit trail. */
@Component
public final class Changes {

  private final ReadModel readModel;
  private final PointsInTime pointsInTime;

  Changes(ReadModel readModel, PointsInTime pointsInTime) {
    this.readModel = readModel;
    this.pointsInTime = pointsInTime;
  }

  /** A page of what is asked for. */
  public Change.Page page(ChangeRequest asked) {
    String question = asked.digest();
    Cursor cursor = asked.cursor() == null ? null : Cursor.parse(asked.cursor(), question);
    String pointInTime = cursor == null ? null : pointsInTime.of(cursor, Index.EVENTS);
    SearchResponse<EventDocument> found = search(body(asked, cursor, pointInTime));
    List<Hit<EventDocument>> hits = found.hits().hits();
    List<EventDocument> events =
        hits.stream().flatMap(hit -> Stream.ofNullable(hit.source())).toList();
    Map<String, FactDocument> before =
        readModel.getAll(
            Index.FACT_VERSIONS,
            events.stream().filter(Changes::follows).map(Changes::versionBefore).toList(),
            FactDocument.class);
    boolean more = !hits.isEmpty() && hits.size() == asked.size();
    return new Change.Page(
        found.hits().total() == null ? events.size() : found.hits().total().value(),
        events.stream()
            .map(event -> Change.of(event, changes(event, before.get(versionBefore(event)))))
            .toList(),
        more ? new Cursor(question, pointInTime, hits.getLast().sort()).token() : null);
  }

  private SearchResponse<EventDocument> search(SearchRequest body) {
    try {
      return readModel.ask(client -> client.search(body, EventDocument.class));
    } catch (ElasticsearchException refused) {
      throw PointsInTime.explained(refused);
    }
  }

  private static SearchRequest body(
      ChangeRequest asked, @Nullable Cursor cursor, @Nullable String pointInTime) {
    SearchRequest.Builder search = new SearchRequest.Builder();
    search
        .query(asked.query())
        .size(asked.size())
        .trackTotalHits(t -> t.enabled(true))
        .sort(s -> s.field(f -> f.field("recordTime").order(asked.order())))
        .sort(s -> s.field(f -> f.field("position").order(asked.order())));
    if (pointInTime == null) {
      search.index(Index.EVENTS.alias());
    } else {
      search.pit(pit -> pit.id(pointInTime).keepAlive(PointsInTime.KEEP_ALIVE));
    }
    if (cursor != null) {
      search.searchAfter(cursor.after());
    }
    return search.build();
  }

  private static boolean follows(EventDocument event) {
    return event.aggregateKind().equals("fact") && event.version() > 1;
  }

  private static String versionBefore(EventDocument event) {
    return Index.versionId(event.aggregateId(), event.version() - 1);
  }

  private static List<FieldChange> changes(EventDocument event, @Nullable FactDocument before) {
    return before != null
            && ArchiveJson.read(EventType.named(event.type()), event.payload())
                instanceof FactEvent after
        ? FieldChanges.between(
            before.statement(), before.standing(), after.statement(), after.standing())
        : List.of();
  }
}
