package org.defter.query.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.defter.query.date.DateWords;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.readmodel.document.FactDocument;
import org.springframework.stereotype.Component;

/**
 * Gives every fact that a search finds exactly, as it stands at this moment, however many there
 * are, to whoever takes them at a pace of his own.
 */
@Component
public final class EveryFact {

  private static final int PAGE = 1000;

  private final FactQuestions questions;
  private final PointsInTime pointsInTime;

  EveryFact(FactQuestions questions, PointsInTime pointsInTime) {
    this.questions = questions;
    this.pointsInTime = pointsInTime;
  }

  /**
   * The facts, some at a time, the newest change first. Looked for as they are taken; taken to the
   * end, nothing is left open.
   */
  public Iterator<List<FoundFact>> pages(Criteria criteria) {
    SearchRequest request = new SearchRequest(criteria, Criteria.Sort.RECORDED, PAGE, null);
    String pointInTime = pointsInTime.open(FactQuestions.index(criteria));
    return new Pages(questions.body(request, null, pointInTime));
  }

  private final class Pages implements Iterator<List<FoundFact>> {
    private final FactSearchBody body;
    private SearchResponse<FactDocument> page;

    Pages(FactSearchBody body) {
      this.body = body;
      this.page = questions.ask(body.batch());
      closeAtTheEnd();
    }

    private void closeAtTheEnd() {
      if (!hasNext() && page.pitId() != null) {
        pointsInTime.close(page.pitId());
      }
    }

    @Override
    public boolean hasNext() {
      return !page.hits().hits().isEmpty();
    }

    @Override
    public List<FoundFact> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      DateWords words = DateWords.in(List.of());
      List<FoundFact> facts =
          page.hits().hits().stream().map(hit -> FoundFacts.of(hit, words)).toList();
      Cursor last = new Cursor("", page.pitId(), page.hits().hits().getLast().sort());
      page = questions.ask(body.from(last).batch());
      closeAtTheEnd();
      return facts;
    }
  }
}
