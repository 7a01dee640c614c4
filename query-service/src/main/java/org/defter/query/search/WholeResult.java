package org.defter.query.search;

import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.defter.core.id.ArchiveId;
import org.defter.query.date.DateWords;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.label.Labels;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.readmodel.document.FactDocument;
import org.springframework.stereotype.Component;

/** Everything that a search finds, as it was at one moment, a batch at a time. */
@Component
public final class WholeResult {

  private static final int BATCH = 500;

  private final FactQuestions questions;
  private final LabelFinder labels;
  private final PointsInTime pointsInTime;

  WholeResult(FactQuestions questions, LabelFinder labels, PointsInTime pointsInTime) {
    this.questions = questions;
    this.labels = labels;
    this.pointsInTime = pointsInTime;
  }

  /** Some facts, with what the things they name are called. */
  public record Batch(List<FoundFact> facts, Labels labels) {}

  /** Takes the batches in the order of the search. */
  @FunctionalInterface
  public interface Reader {
    void read(Batch batch) throws IOException;
  }

  /**
   * Reads everything. What is found is the same as a search answers, slips of the pen allowed where
   * nothing is found without.
   *
   * @param readers the languages to label things in, best first
   */
  public void each(SearchRequest request, List<Locale> readers, Reader reader) throws IOException {
    String pointInTime = pointsInTime.open(FactQuestions.index(request.criteria()));
    boolean found = read(request, pointInTime, readers, reader);
    SearchRequest tolerant = request.tolerant();
    if (!found && !tolerant.equals(request)) {
      read(tolerant, pointInTime, readers, reader);
    }
    pointsInTime.close(pointInTime);
  }

  private boolean read(
      SearchRequest request, String pointInTime, List<Locale> readers, Reader reader)
      throws IOException {
    SearchRequest batches = new SearchRequest(request.criteria(), request.sort(), BATCH, null);
    FactSearchBody body = questions.body(batches, null, pointInTime);
    SearchResponse<FactDocument> response = questions.ask(body.batch());
    boolean any = !response.hits().hits().isEmpty();
    while (!response.hits().hits().isEmpty()) {
      reader.read(batch(response, request, readers));
      if (response.hits().hits().size() < BATCH) {
        break;
      }
      Cursor last = new Cursor("", response.pitId(), response.hits().hits().getLast().sort());
      response = questions.ask(body.from(last).batch());
    }
    return any;
  }

  private Batch batch(
      SearchResponse<FactDocument> response, SearchRequest request, List<Locale> readers) {
    DateWords words = DateWords.in(readers);
    List<FoundFact> facts =
        response.hits().hits().stream().map(hit -> FoundFacts.of(hit, words)).toList();
    Set<ArchiveId> named = new LinkedHashSet<>();
    facts.forEach(fact -> named.addAll(Mentions.in(fact.statement())));
    return new Batch(facts, labels.of(named, readers, request.criteria().knownAt()));
  }
}
