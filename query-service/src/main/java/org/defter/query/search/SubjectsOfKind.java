package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.defter.core.detail.Detail;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The subjects of some kinds. A fact does not hold the kind of its subject, because the two come
 * from different partitions in no order; it is asked for in two steps, and so has a limit.
 */
@Component
final class SubjectsOfKind {

  static final int LIMIT = 10_000;

  private final ReadModel readModel;

  SubjectsOfKind(ReadModel readModel) {
    this.readModel = readModel;
  }

  /**
   * Their identifiers; none when no kind is asked for.
   *
   * @param knownAt as they were known then; null for now
   * @throws ProblemException when there are more than {@link #LIMIT}
   */
  List<String> of(List<String> kinds, @Nullable Instant knownAt) {
    if (kinds.isEmpty()) {
      return List.of();
    }
    List<FieldValue> wanted = kinds.stream().map(FieldValue::of).toList();
    Query ofKind = Query.of(q -> q.terms(t -> t.field("kind").terms(v -> v.value(wanted))));
    var hits =
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(KnownAt.index(Index.SUBJECTS, knownAt).alias())
                            .query(KnownAt.among(ofKind, knownAt))
                            .size(LIMIT)
                            .source(s -> s.fetch(false)),
                    JsonNode.class))
            .hits();
    if (hits.total() != null && hits.total().value() > hits.hits().size()) {
      throw ProblemException.invalid("kind", Detail.of("query.search.too-many-subjects", LIMIT));
    }
    return hits.hits().stream()
        .flatMap(hit -> Stream.ofNullable(hit.id()))
        .map(Index::idOf)
        .toList();
  }
}
