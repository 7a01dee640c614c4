package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.defter.query.document.FactDocument;
import org.defter.query.document.Index;
import org.defter.query.paging.PointsInTime;
import org.defter.query.read.ReadModel;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.springframework.stereotype.Component;

/** Gives every fact that a search finds, as it stands at this moment, however many there are. */
@Component
public final class EveryFact {

  private static final int PAGE = 1000;

  private final ReadModel readModel;
  private final NameLookup names;
  private final SubjectsOfKind subjectsOfKind;

  EveryFact(ReadModel readModel, NameLookup names, SubjectsOfKind subjectsOfKind) {
    this.readModel = readModel;
    this.names = names;
    this.subjectsOfKind = subjectsOfKind;
  }

  /**
   * The facts, some at a time, in the order of their identifiers. Looked for as they are taken;
   * taken to the end, nothing is left open.
   */
  public Iterator<List<FoundFact>> pages(Criteria criteria) {
    Query query =
        FactQueries.of(criteria, names.of(criteria.words()), subjectsOfKind.of(criteria.kinds()));
    String pointInTime =
        readModel
            .ask(client ->
                client.openPointInTime(open ->
                    open.index(Index.FACTS.alias()).keepAlive(PointsInTime.KEEP_ALIVE)))
            .id();
    return new Pages(query, pointInTime);
  }

  private final class Pages implements Iterator<List<FoundFact>> {
    private final Query query;
    private final String pointInTime;
    private List<Hit<FactDocument>> hits;

    Pages(Query query, String pointInTime) {
      this.query = query;
      this.pointInTime = pointInTime;
      this.hits = after(List.of());
    }

    private List<Hit<FactDocument>> after(List<FieldValue> last) {
      List<Hit<FactDocument>> found =
          readModel
              .ask(client ->
                  client.search(
                      search -> {
                        search
                            .pit(pit -> pit.id(pointInTime).keepAlive(PointsInTime.KEEP_ALIVE))
                            .query(query)
                            .size(PAGE)
                            .trackTotalHits(total -> total.enabled(false))
                            .sort(SortOptions.of(s -> s.field(f -> f.field(FactFields.ID))));
                        return last.isEmpty() ? search : search.searchAfter(last);
                      },
                      FactDocument.class))
              .hits()
              .hits();
      if (found.isEmpty()) {
        readModel.ask(client -> client.closePointInTime(close -> close.id(pointInTime)));
      }
      return found;
    }

    @Override
    public boolean hasNext() {
      return !hits.isEmpty();
    }

    @Override
    public List<FoundFact> next() {
      if (hits.isEmpty()) {
        throw new NoSuchElementException();
      }
      List<FoundFact> page = hits.stream().map(FoundFacts::of).toList();
      hits = after(hits.getLast().sort());
      return page;
    }
  }
}
