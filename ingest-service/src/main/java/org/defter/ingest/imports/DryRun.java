package org.defter.ingest.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.FactId;
import org.defter.core.value.Value;
import org.defter.ingest.command.StatementKey;

/**
 * Remembers what would have been stored, as far as later rows of the table can meet it: what is
 * stated, or which identifier is taken, by more than one row. So its memory does not grow with the
 * table, only with what repeats in it.
 */
final class DryRun {

  private record Said(String subject, String property, Value value) {}

  private final Repeats said = new Repeats();
  private final Repeats ids = new Repeats();
  private final Map<StatementKey, Set<FactId>> stating = new HashMap<>();
  private final Map<FactId, List<FactEvent>> events = new HashMap<>();
  private final Set<FactId> taken = new HashSet<>();

  /** Reads the table through, to know what repeats in it. */
  static DryRun of(Path facts) {
    DryRun dryRun = new DryRun();
    RowReader reader = new RowReader(_ -> false);
    FactsScan.each(
        facts,
        row -> {
          try {
            dryRun.foresee(reader.read(row));
          } catch (BadCell reportedLater) {
            // It will not be imported, so nothing that comes of it will be met.
          }
        });
    return dryRun;
  }

  private void foresee(FactRow row) {
    String property = Slug.of(row.statement().name());
    said.count(new Said(row.subject().value(), property, row.statement().value()));
    if (row.id() != null) {
      ids.count(row.id());
    }
  }

  /** Takes in what a row would have led to. */
  void happened(FactRow row, FactEvent event) {
    String property = Slug.of(row.statement().name());
    if (said.contains(new Said(row.subject().value(), property, row.statement().value()))) {
      StatementKey key = StatementKey.of(event.statement());
      stating.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(event.id());
      events.computeIfAbsent(event.id(), _ -> new ArrayList<>()).add(event);
    }
    if (row.id() != null && event instanceof FactEvent.FactRecorded && ids.contains(row.id())) {
      taken.add(event.id());
    }
  }

  /** Adds to what the archive knows what would have happened to facts that state these keys. */
  void addTo(KnownFacts known, Collection<StatementKey> keys) {
    keys.stream()
        .distinct()
        .flatMap(key -> stating.getOrDefault(key, Set.of()).stream())
        .distinct()
        .flatMap(id -> events.getOrDefault(id, List.of()).stream())
        .forEach(known::add);
  }

  /** Whether the identifier would have been taken by a row before. */
  boolean isTaken(FactId id) {
    return taken.contains(id);
  }
}
