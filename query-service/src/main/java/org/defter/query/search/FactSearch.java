package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.defter.core.id.ArchiveId;
import org.defter.query.date.DateWords;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.defter.query.search.SearchAnswer.Facet;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.query.search.SearchAnswer.Timeline;
import org.defter.readmodel.document.FactDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches the facts, page by page: as they stand, or as they were known at some time. */
@Component
public final class FactSearch {

  private final FactQuestions questions;
  private final LabelFinder labels;
  private final PointsInTime pointsInTime;

  FactSearch(FactQuestions questions, LabelFinder labels, PointsInTime pointsInTime) {
    this.questions = questions;
    this.labels = labels;
    this.pointsInTime = pointsInTime;
  }

  /**
   * Answers a search.
   *
   * @param readers the languages to label things in, best first
   */
  public SearchAnswer answer(SearchRequest request, List<Locale> readers) {
    return request.cursor() == null ? firstPage(request, readers) : nextPage(request, readers);
  }

  /** What is asked for, with the names, kinds and merges that the archive knew at the time. */
  public Query query(Criteria criteria) {
    return questions.query(criteria);
  }

  /**
   * The point in time is there before the first page is read: were it opened with the second, a
   * fact that moved between the two would be missed.
   */
  private SearchAnswer firstPage(SearchRequest request, List<Locale> readers) {
    String pointInTime =
        request.size() == 0 ? null : pointsInTime.open(FactQuestions.index(request.criteria()));
    FactSearchBody body = questions.body(request, null, pointInTime);
    SearchResponse<FactDocument> response = questions.ask(body.page());
    SearchRequest tolerant = request.tolerant();
    boolean fuzzy = total(response) == 0 && !tolerant.equals(request);
    if (fuzzy) {
      body = questions.body(tolerant, null, pointInTime);
      response = questions.ask(body.page());
    }
    Spans spans = Timelines.spans(response.aggregations());
    Timeline timeline =
        Timelines.of(
            response.aggregations(),
            spans,
            spans == null ? Map.of() : questions.ask(body.counting(spans)).aggregations());
    SearchAnswer answer =
        answer(request, request.question(fuzzy), fuzzy, response, timeline, readers);
    if (pointInTime != null && answer.next() == null) {
      pointsInTime.close(pointInTime);
    }
    return answer;
  }

  private SearchAnswer nextPage(SearchRequest request, List<Locale> readers) {
    Cursor cursor =
        Cursor.parse(
            String.valueOf(request.cursor()), request.question(false), request.question(true));
    boolean fuzzy = cursor.question().equals(request.question(true));
    FactSearchBody body =
        questions.body(
            fuzzy ? request.tolerant() : request,
            cursor,
            pointsInTime.of(cursor, FactQuestions.index(request.criteria())));
    return answer(request, cursor.question(), fuzzy, questions.ask(body.page()), null, readers);
  }

  private SearchAnswer answer(
      SearchRequest request,
      String question,
      boolean fuzzy,
      SearchResponse<FactDocument> response,
      @Nullable Timeline timeline,
      List<Locale> readers) {
    List<Hit<FactDocument>> hits = response.hits().hits();
    Map<String, Facet> facets = Facets.of(response.aggregations());
    Set<ArchiveId> named = new LinkedHashSet<>(Facets.named(facets));
    DateWords words = DateWords.in(readers);
    List<FoundFact> facts = hits.stream().map(hit -> FoundFacts.of(hit, words)).toList();
    facts.forEach(fact -> named.addAll(Mentions.in(fact.statement())));
    return new SearchAnswer(
        total(response),
        facts,
        (fuzzy && total(response) > 0) ? true : null,
        labels.of(named, readers, request.criteria().knownAt()),
        facets,
        timeline,
        next(request, question, response));
  }

  /** A full page may be the last one; then the next one is empty. */
  private static @Nullable String next(
      SearchRequest request, String question, SearchResponse<FactDocument> response) {
    List<Hit<FactDocument>> hits = response.hits().hits();
    boolean more =
        !hits.isEmpty()
            && hits.size() == request.size()
            && (request.cursor() != null || total(response) > hits.size());
    return more ? new Cursor(question, response.pitId(), hits.getLast().sort()).token() : null;
  }

  private static long total(SearchResponse<?> response) {
    return response.hits().total() == null ? 0 : response.hits().total().value();
  }
}
