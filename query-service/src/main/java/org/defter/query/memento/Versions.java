package org.defter.query.memento;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.NotHeld;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.springframework.stereotype.Component;

/** When the versions of a thing were recorded. */
@Component
final class Versions {

  /** As many as Elasticsearch gives at once; nothing should have so many versions. */
  private static final int LIMIT = 10_000;

  private final ReadModel readModel;

  Versions(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** As much of any version's document as is needed here. */
  record Of(long version, Instant changedAt) {}

  /**
   * The versions of a thing.
   *
   * @param original its address
   * @throws ProblemException (404) when there is no such thing
   */
  Mementos of(ArchiveId id, String original) {
    List<Mementos.Version> versions =
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(index(id).versions().alias())
                            .query(q -> q.term(t -> t.field("id").value(id.value())))
                            .source(s -> s.filter(f -> f.includes("version", "changedAt")))
                            .sort(sort -> sort.field(f -> f.field("version")))
                            .size(LIMIT),
                    Of.class))
            .hits()
            .hits()
            .stream()
            .flatMap(hit -> Stream.ofNullable(hit.source()))
            .map(one -> new Mementos.Version(one.version(), one.changedAt()))
            .toList();
    if (versions.isEmpty()) {
      throw ProblemException.notFound(NotHeld.ever(id));
    }
    return new Mementos(original, versions);
  }

  private static Index index(ArchiveId id) {
    return switch (id) {
      case FactId _ -> Index.FACTS;
      case SubjectId _ -> Index.SUBJECTS;
      case SourceId _ -> Index.SOURCES;
      default -> throw new IllegalArgumentException("no mementos are kept of " + id.qualified());
    };
  }
}
