package org.defter.query.finding;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.defter.core.id.SubjectId;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;

/**
 * Which subjects were merged: facts keep the subject they were recorded with.
 *
 * @param into by merged subject, the one that goes on in its place; itself perhaps merged later
 * @param families by subject that goes on in the place of others, itself and those
 * @param complete whether these are all
 */
record MergedSubjects(
    Map<String, String> into, Map<String, Set<String>> families, boolean complete) {

  private static final int LIMIT = 10_000;

  private record Merger(String id, String into) {}

  static MergedSubjects now(ReadModel readModel) {
    var hits =
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(Index.SUBJECTS.alias())
                            .query(q -> q.exists(e -> e.field("into")))
                            .source(s -> s.filter(f -> f.includes(List.of("id", "into"))))
                            .size(LIMIT),
                    Merger.class))
            .hits();
    Map<String, String> into = new HashMap<>();
    for (var hit : hits.hits()) {
      Merger merger = Objects.requireNonNull(hit.source());
      into.put(merger.id(), merger.into());
    }
    return of(into, hits.total() == null || hits.total().value() <= hits.hits().size());
  }

  static MergedSubjects of(Map<String, String> into, boolean complete) {
    Map<String, Set<String>> families = new HashMap<>();
    for (String merged : into.keySet()) {
      String survivor = survivor(into, merged);
      families.computeIfAbsent(survivor, one -> new TreeSet<>(Set.of(one))).add(merged);
    }
    return new MergedSubjects(into, families, complete);
  }

  /** The subject that goes on in the place of a merged one; any other itself. */
  SubjectId survivor(SubjectId subject) {
    return new SubjectId(survivor(into, subject.value()));
  }

  private static String survivor(Map<String, String> into, String subject) {
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
  Set<String> family(String subject) {
    String survivor = survivor(into, subject);
    return families.getOrDefault(survivor, Set.of(survivor));
  }

  /** Whether it was merged, or goes on in the place of another. */
  boolean concern(String subject) {
    return into.containsKey(subject) || families.containsKey(subject);
  }

  /** The subjects of which others go on, or that go on for others, than before. */
  Set<String> changedSince(MergedSubjects before) {
    Set<String> changed = new HashSet<>();
    into.forEach((merged, other) -> {
      if (!other.equals(before.into.get(merged))) {
        changed.addAll(family(merged));
      }
    });
    return changed;
  }

  /** The subjects that were merged, and those that go on in their place. */
  Set<String> all() {
    Set<String> all = new HashSet<>(into.keySet());
    all.addAll(families.keySet());
    return all;
  }
}
