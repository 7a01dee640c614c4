package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The identifiers that mean one subject. Facts keep the identifier they were recorded with when
 * records are merged; whoever asks for one means all of them.
 */
@Component
final class MergedSubjects {

  /** More records than are ever merged into those of one question. */
  private static final int LIMIT = 1_000;

  private final ReadModel readModel;

  MergedSubjects(ReadModel readModel) {
    this.readModel = readModel;
  }

  /** A record as far as merging goes. */
  private record Subject(String id, @Nullable String into) {}

  /**
   * These identifiers, those they were merged into, and all that were merged into any of them.
   *
   * @param knownAt by the merges that were known then; null for now
   */
  List<String> of(Collection<String> ids, @Nullable Instant knownAt) {
    Set<String> all = new LinkedHashSet<>(ids);
    Set<String> unasked = new LinkedHashSet<>(all);
    while (!unasked.isEmpty() && all.size() < LIMIT) {
      Set<String> found = new LinkedHashSet<>();
      for (Subject record : merged(unasked, knownAt)) {
        found.add(record.id());
        found.add(Objects.requireNonNull(record.into()));
      }
      found.removeAll(all);
      all.addAll(found);
      unasked = found;
    }
    return List.copyOf(all);
  }

  /** Records that are one of these and merged, or merged into one of these. */
  private List<Subject> merged(Set<String> ids, @Nullable Instant knownAt) {
    List<FieldValue> wanted = ids.stream().map(FieldValue::of).toList();
    Query either =
        Query.of(q ->
            q.bool(b ->
                b.filter(f -> f.exists(e -> e.field("into")))
                    .minimumShouldMatch("1")
                    .should(s -> s.terms(t -> t.field("id").terms(v -> v.value(wanted))))
                    .should(s -> s.terms(t -> t.field("into").terms(v -> v.value(wanted))))));
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(KnownAt.index(Index.SUBJECTS, knownAt).alias())
                        .query(KnownAt.among(either, knownAt))
                        .source(s -> s.filter(f -> f.includes("id", "into")))
                        .size(LIMIT),
                Subject.class))
        .hits()
        .hits()
        .stream()
        .map(hit -> Objects.requireNonNull(hit.source()))
        .toList();
  }
}
