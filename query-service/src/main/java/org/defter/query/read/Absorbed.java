package org.defter.query.read;

import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.defter.core.id.ArchiveId;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was merged into a thing, and is found under it since. */
@Component
public final class Absorbed {

  /** More than are ever merged into one thing. */
  private static final int LIMIT = 1_000;

  private final ReadModel readModel;

  Absorbed(ReadModel readModel) {
    this.readModel = readModel;
  }

  /**
   * The documents of all that were merged into a thing itself, the first merged first. What had
   * been merged into them before is with them.
   *
   * @param index of things that can be merged
   * @param knownAt by the merges that were known then; null for now
   */
  public <T> List<T> by(Index index, ArchiveId id, @Nullable Instant knownAt, Class<T> type) {
    Query merged = Query.of(q -> q.term(t -> t.field("into").value(id.value())));
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(KnownAt.index(index, knownAt).alias())
                        .query(KnownAt.among(merged, knownAt))
                        .sort(sort -> sort.field(f -> f.field("changedAt")))
                        .size(LIMIT),
                type))
        .hits()
        .hits()
        .stream()
        .flatMap(hit -> Stream.ofNullable(hit.source()))
        .toList();
  }
}
