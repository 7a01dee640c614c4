package org.defter.query.subject;

import co.elastic.clients.elasticsearch._types.query_dsl.Operator;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.query.label.BestLabel;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.Absorbed;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.query.search.Criteria;
import org.defter.query.search.FactSearch;
import org.defter.query.search.SearchAnswer;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.query.search.SearchRequest;
import org.defter.query.search.Times;
import org.defter.query.subject.SubjectView.MergedRecord;
import org.defter.query.subject.SubjectView.OfProperty;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.SubjectDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Authority records, by identifier and by name. */
@Component
public final class Subjects {

  private static final int FACTS_SHOWN = 1000;

  private final ReadModel readModel;
  private final FactSearch search;
  private final Absorbed absorbed;

  Subjects(ReadModel readModel, FactSearch search, Absorbed absorbed) {
    this.readModel = readModel;
    this.search = search;
    this.absorbed = absorbed;
  }

  /**
   * A subject with its accepted facts, both as they were known at the time asked about.
   *
   * @throws ProblemException (404) when there is no such subject, or was none then
   */
  public SubjectView.WithFacts get(SubjectId id, Times times, List<Locale> readers) {
    SubjectDocument subject =
        readModel.require(Index.SUBJECTS, id, times.knownAt(), SubjectDocument.class);
    SearchAnswer found =
        search.answer(
            SearchRequest.inOrder(Criteria.about(id.value(), times), FACTS_SHOWN), readers);
    return new SubjectView.WithFacts(
        SubjectView.of(subject),
        BestLabel.among(subject.names(), Name::language, readers).text(),
        found.total(),
        byProperty(found.facts()),
        found.labels());
  }

  /**
   * The records that were merged into one, each as it is since, the first merged first.
   *
   * @param knownAt by the merges that were known then; null for now
   */
  public List<MergedRecord> mergedInto(
      SubjectId id, @Nullable Instant knownAt, List<Locale> readers) {
    return absorbed.by(Index.SUBJECTS, id, knownAt, SubjectDocument.class).stream()
        .map(record ->
            new MergedRecord(
                new SubjectId(record.id()),
                BestLabel.among(record.names(), Name::language, readers).text(),
                record.changedAt()))
        .toList();
  }

  private static List<OfProperty> byProperty(List<FoundFact> facts) {
    Map<PropertyId, List<FoundFact>> groups = new LinkedHashMap<>();
    for (FoundFact fact : facts) {
      groups.computeIfAbsent(fact.statement().property(), _ -> new ArrayList<>()).add(fact);
    }
    return groups.entrySet().stream()
        .map(group -> new OfProperty(group.getKey(), List.copyOf(group.getValue())))
        .toList();
  }

  /**
   * Subjects that have all these words in one of their names.
   *
   * @param words null for any subject
   * @param knownAt as they were known then; null for now
   */
  SubjectView.Found find(@Nullable String words, int size, @Nullable Instant knownAt) {
    Query query =
        words == null
            ? Query.of(q -> q.matchAll(all -> all))
            : Query.of(q ->
                q.multiMatch(match ->
                    match
                        .query(words)
                        .fields("names.text^2", "names.text.prefix", "names.text.any")
                        .operator(Operator.And)));
    // What was merged is found by its names under what it became.
    Query unmerged =
        Query.of(q -> q.bool(b -> b.must(query).mustNot(n -> n.exists(e -> e.field("into")))));
    var hits =
        readModel
            .ask(client ->
                client.search(
                    s ->
                        s.index(KnownAt.index(Index.SUBJECTS, knownAt).alias())
                            .query(KnownAt.among(unmerged, knownAt))
                            .size(size)
                            .sort(sort -> sort.score(score -> score))
                            .sort(sort -> sort.field(f -> f.field("id"))),
                    SubjectDocument.class))
            .hits();
    List<SubjectView> found =
        hits.hits().stream()
            .flatMap(hit -> Stream.ofNullable(hit.source()))
            .map(SubjectView::of)
            .toList();
    return new SubjectView.Found(hits.total() == null ? found.size() : hits.total().value(), found);
  }
}
