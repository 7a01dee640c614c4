package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import java.time.Instant;
import java.util.List;
import org.defter.query.paging.Cursor;
import org.defter.query.paging.PointsInTime;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts searches for facts to Elasticsearch, after looking up what their words name. */
@Component
final class FactQuestions {

  private final ReadModel readModel;
  private final NameLookup names;
  private final SubjectsOfKind subjectsOfKind;
  private final MergedSubjects merged;

  FactQuestions(
      ReadModel readModel, NameLookup names, SubjectsOfKind subjectsOfKind, MergedSubjects merged) {
    this.readModel = readModel;
    this.names = names;
    this.subjectsOfKind = subjectsOfKind;
    this.merged = merged;
  }

  /** The index that holds the facts as they were known then, or as they stand. */
  static Index index(Criteria criteria) {
    return criteria.superseded()
        ? Index.FACT_VERSIONS
        : KnownAt.index(Index.FACTS, criteria.knownAt());
  }

  FactSearchBody body(
      SearchRequest request, @Nullable Cursor cursor, @Nullable String pointInTime) {
    Criteria criteria = request.criteria();
    return new FactSearchBody(request, query(criteria), index(criteria), cursor, pointInTime);
  }

  /** What is asked for, with the names, kinds and merges that the archive knew at the time. */
  Query query(Criteria criteria) {
    Instant known = criteria.knownAt();
    return FactQueries.of(
        criteria.naming(merged.of(criteria.subjects(), known), merged.of(criteria.values(), known)),
        names.of(criteria.text() == null ? List.of() : criteria.text().terms(), known),
        subjectsOfKind.of(criteria.kinds(), known));
  }

  SearchResponse<FactDocument> ask(co.elastic.clients.elasticsearch.core.SearchRequest request) {
    try {
      return readModel.ask(client -> client.search(request, FactDocument.class));
    } catch (ElasticsearchException refused) {
      throw PointsInTime.explained(refused);
    }
  }
}
