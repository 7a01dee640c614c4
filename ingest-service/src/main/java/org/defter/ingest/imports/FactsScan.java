package org.defter.ingest.imports;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.defter.core.id.SubjectId;
import org.defter.ingest.batch.BatchRefused;

/**
 * What must be known of a table of facts before its first row is imported.
 *
 * @param rows how many there are
 * @param subjects the values of qualifiers that name a subject: one the archive knows, or one that
 *     the table uses as a subject or an entity anywhere
 */
record FactsScan(long rows, Set<SubjectId> subjects) {
  FactsScan {
    subjects = Set.copyOf(subjects);
  }

  /**
   * Reads the whole table, so that one whose structure is broken is refused before anything is
   * stored. Keeps the different qualifier values in memory, no rows.
   *
   * @throws BatchRefused when the structure is broken
   */
  static FactsScan of(Path facts, TakenIds taken) {
    Set<SubjectId> named = new HashSet<>();
    long[] rows = {0};
    each(
        facts,
        row -> {
          rows[0]++;
          named.addAll(qualifierValues(row));
        });
    Set<String> inArchive =
        taken.among(named.stream().map(SubjectId::qualified).collect(Collectors.toSet()));
    Set<SubjectId> subjects =
        named.stream()
            .filter(id -> inArchive.contains(id.qualified()))
            .collect(Collectors.toCollection(HashSet::new));
    if (subjects.size() < named.size()) {
      each(facts, row -> used(row, named, subjects));
    }
    return new FactsScan(rows[0], subjects);
  }

  static void each(Path facts, Consumer<CsvRow> visitor) {
    try (CsvTable table = CsvTable.open(facts, RowReader.COLUMNS)) {
      for (CsvRow row = table.next(); row != null; row = table.next()) {
        visitor.accept(row);
      }
    }
  }

  private static Set<SubjectId> qualifierValues(CsvRow row) {
    try {
      return RowReader.pairs(row.cell("qualifiers")).stream()
          .map(pair -> RowReader.identifier(pair.value()))
          .filter(Objects::nonNull)
          .collect(Collectors.toSet());
    } catch (BadCell reportedWhenImported) {
      return Set.of();
    }
  }

  private static void used(CsvRow row, Set<SubjectId> named, Set<SubjectId> subjects) {
    try {
      addIfNamed(row.cell("subject"), named, subjects);
      switch (row.cell("datatype")) {
        case "entity", "subject" -> addIfNamed(row.cell("value"), named, subjects);
        case "place" -> addIfNamed(Slug.of(row.cell("value")), named, subjects);
        default -> {
          // Values of other kinds name no subject.
        }
      }
    } catch (BadCell reportedWhenImported) {
      // The row is not imported, so what it names need not exist.
    }
  }

  private static void addIfNamed(String text, Set<SubjectId> named, Set<SubjectId> subjects) {
    SubjectId id = RowReader.identifier(text);
    if (id != null && named.contains(id)) {
      subjects.add(id);
    }
  }
}
