package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.defter.core.id.ArchiveId;
import org.defter.query.document.FactDocument;
import org.defter.query.document.Index;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.query.search.SearchAnswer.FacetValue;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Searches the facts: as they stand, or as they were known at some time. */
@Component
public final class FactSearch {

  private final ReadModel readModel;
  private final NameLookup names;
  private final SubjectsOfKind subjectsOfKind;
  private final MergedSubjects merged;
  private final LabelFinder labels;
  private final PointsInTime pointsInTime;

  FactSearch(
      ReadModel readModel,
      NameLookup names,
      SubjectsOfKind subjectsOfKind,
      MergedSubjects merged,
      LabelFinder labels,
      PointsInTime pointsInTime) {
    this.readModel = readModel;
    this.names = names;
    this.subjectsOfKind = subjectsOfKind;
    this.merged = merged;
    this.labels = labels;
    this.pointsInTime = pointsInTime;
  }

  /**
   * Answers a search.
   *
   * @param readers the languages to label things in, best first
   */
  public SearchAnswer answer(SearchRequest request, List<Locale> readers) {
    Criteria criteria = request.criteria();
    String question = request.digest();
    Cursor cursor = request.cursor() == null ? null : Cursor.parse(request.cursor(), question);
    Index index = KnownAt.index(Index.FACTS, criteria.knownAt());
    String pointInTime = cursor == null ? null : pointsInTime.of(cursor, index);
    FactSearchBody body =
        new FactSearchBody(request, query(criteria), index, cursor, pointInTime);
    return answer(request, question, pointInTime, search(body), readers);
  }

  /** What is asked for, with the names, kinds and merges that the archive knew at the time. */
  public Query query(Criteria criteria) {
    return FactQueries.of(
        criteria.naming(
            merged.of(criteria.subjects(), criteria.knownAt()),
            merged.of(criteria.values(), criteria.knownAt())),
        names.of(criteria.words(), criteria.knownAt()),
        subjectsOfKind.of(criteria.kinds(), criteria.knownAt()));
  }

  private SearchResponse<FactDocument> search(FactSearchBody body) {
    try {
      return readModel.ask(client -> client.search(body.request(), FactDocument.class));
    } catch (ElasticsearchException refused) {
      throw PointsInTime.explained(refused);
    }
  }

  private SearchAnswer answer(
      SearchRequest request,
      String question,
      @Nullable String pointInTime,
      SearchResponse<FactDocument> response,
      List<Locale> readers) {
    List<Hit<FactDocument>> hits = response.hits().hits();
    Map<String, List<FacetValue>> facets = Facets.of(response.aggregations());
    Set<ArchiveId> named = new LinkedHashSet<>(Facets.named(facets));
    List<FoundFact> facts = hits.stream().map(FoundFacts::of).toList();
    facts.forEach(fact -> named.addAll(Mentions.in(fact.statement())));
    boolean more = !hits.isEmpty() && hits.size() == request.size();
    String next = more ? new Cursor(question, pointInTime, hits.getLast().sort()).token() : null;
    return new SearchAnswer(
        response.hits().total() == null ? facts.size() : response.hits().total().value(),
        facts,
        labels.of(named, readers, request.criteria().knownAt()),
        facets,
        Facets.timeline(response.aggregations()),
        next);
  }
}
