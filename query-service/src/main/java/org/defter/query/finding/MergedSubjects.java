package org.defter.query.finding;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.defter.core.id.SubjectId;
import org.defter.query.document.Index;
import org.defter.query.document.SubjectDocument;
import org.defter.query.read.ReadModel;

/**
 * Which subjects were merged: facts keep the subject they were recorded with.
 *
 * @param into by merged subject, the one that goes on in its place; itself perhaps merged later
 * @param complete whether these are all
 */
record MergedSubjects(Map<String, String> into, boolean complete) {

  private static final int LIMIT = 10_000;

  static MergedSubjects now(ReadModel readModel) {
    var hits =
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(Index.SUBJECTS.alias())
                            .query(q -> q.exists(e -> e.field("into")))
                            .size(LIMIT),
                    SubjectDocument.class))
            .hits();
    Map<String, String> into = new HashMap<>();
    for (var hit : hits.hits()) {
      SubjectDocument merged = Objects.requireNonNull(hit.source());
      into.put(merged.id(), Objects.requireNonNull(merged.into()));
    }
    return new MergedSubjects(
        into, hits.total() == null || hits.total().value() <= hits.hits().size());
  }

  /** The subject that goes on in the place of a merged one; any other itself. */
  SubjectId survivor(SubjectId subject) {
    return new SubjectId(survivor(subject.value()));
  }

  private String survivor(String subject) {
    String at = subject;
    for (int steps = 0; steps <= into.size(); steps++) {
      String next = into.get(at);
      if (next == null) {
        return at;
      }
      at = next;
    }
    return subject;
  }

  /** Every identifier facts of this subject may have been recorded with. */
  List<String> family(String subject) {
    String survivor = survivor(subject);
    Set<String> family = new TreeSet<>(Set.of(survivor));
    into.keySet().stream().filter(one -> survivor(one).equals(survivor)).forEach(family::add);
    return List.copyOf(family);
  }

  /** The subjects that were merged, and those that go on in their place. */
  List<String> all() {
    Set<String> all = new TreeSet<>(into.keySet());
    all.addAll(into.values());
    return List.copyOf(all);
  }
}
