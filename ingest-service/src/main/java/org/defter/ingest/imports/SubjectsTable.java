package org.defter.ingest.imports;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.LanguageTag;
import org.defter.ingest.batch.BatchRefused;
import org.jspecify.annotations.Nullable;

/**
 * Reads a table of subjects: {@code id,kind,name,language,used}. Several rows of one id give it
 * several names, in that order; the first row that names a kind settles it. Held in memory.
 */
final class SubjectsTable {

  private static final CsvTable.Columns COLUMNS =
      new CsvTable.Columns("subjects", Set.of("id", "name"), Set.of("kind", "language", "used"));

  private SubjectsTable() {}

  /**
   * Reads all of it.
   *
   * @param bad what to do with a row that makes no sense
   * @throws BatchRefused when the structure of the file is broken
   */
  static Map<SubjectId, RegisterSubject> read(Path file, BiConsumer<CsvRow, BadCell> bad) {
    Map<SubjectId, RegisterSubject> subjects = new LinkedHashMap<>();
    try (CsvTable table = CsvTable.open(file, COLUMNS)) {
      for (CsvRow row = table.next(); row != null; row = table.next()) {
        try {
          RegisterSubject subject = read(row);
          subjects.merge(subject.id(), subject, SubjectsTable::together);
        } catch (BadCell nonsense) {
          bad.accept(row, nonsense);
        }
      }
    }
    return subjects;
  }

  private static RegisterSubject read(CsvRow row) {
    row.checkWidth();
    SubjectId id = Cells.read("id", row.required("id"), SubjectId::new);
    String kind = row.optional("kind");
    String language = row.optional("language");
    String used = row.optional("used");
    LanguageTag tag =
        language == null
            ? LanguageTag.UNDETERMINED
            : Cells.read("language", language, LanguageTag::new);
    Edtf period = used == null ? null : Cells.read("used", used, Edtf::parse);
    String text = row.required("name");
    Name name = Cells.read("name", text, given -> new Name(given, tag, period));
    return new RegisterSubject(id, kind(kind), List.of(name), List.of());
  }

  private static SubjectKind kind(@Nullable String written) {
    if (written == null) {
      return SubjectKind.UNDETERMINED;
    }
    return Stream.of(SubjectKind.values())
        .filter(kind -> kind.word().equals(written))
        .findFirst()
        .orElseThrow(() ->
            new BadCell(
                "kind",
                Detail.of(
                    "ingest.row.unknown-kind",
                    written,
                    Stream.of(SubjectKind.values()).map(SubjectKind::word).toList().toString())));
  }

  private static RegisterSubject together(RegisterSubject before, RegisterSubject further) {
    return new RegisterSubject(
        before.id(),
        before.kind() == SubjectKind.UNDETERMINED ? further.kind() : before.kind(),
        Stream.concat(before.names().stream(), further.names().stream()).distinct().toList(),
        List.of());
  }
}
