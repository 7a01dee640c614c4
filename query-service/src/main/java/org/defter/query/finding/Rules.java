package org.defter.query.finding;

import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.PropertyDocument;

/**
 * What two facts are compared by, beside themselves.
 *
 * @param watched properties that hold one value at a time
 */
record Rules(Set<String> watched, MergedSubjects merged) {

  private static final int ALL_PROPERTIES = 10_000;

  static Rules now(ReadModel readModel) {
    return new Rules(watched(readModel), MergedSubjects.now(readModel));
  }

  private static Set<String> watched(ReadModel readModel) {
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.PROPERTIES.alias())
                        .query(q -> q.term(t -> t.field("singleValued").value(true)))
                        .size(ALL_PROPERTIES),
                PropertyDocument.class))
        .hits()
        .hits()
        .stream()
        .map(hit -> Objects.requireNonNull(hit.source()).id())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Whether facts of this property are compared. */
  boolean watch(Kind kind, String property) {
    return kind == Kind.REPETITION || watched.contains(property);
  }

  /** Properties watched by these rules and not by others. */
  Set<String> watchedBeyond(Rules others) {
    Set<String> more = new HashSet<>(watched);
    more.removeAll(others.watched);
    return more;
  }

  /** Whether a fact may be alike others that its numbers do not tell. */
  boolean entangle(Sketch fact) {
    return merged.concern(fact.subject()) || (fact.about() != null && merged.concern(fact.about()));
  }
}
