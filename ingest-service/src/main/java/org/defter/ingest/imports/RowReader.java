package org.defter.ingest.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.FactId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/** Understands the rows of a table of facts. */
final class RowReader {

  static final CsvTable.Columns COLUMNS =
      new CsvTable.Columns(
          "facts",
          Set.of("quote", "subject", "property", "value", "datatype"),
          Set.of("id", "paragraph", "valid", "qualifiers", "note"));

  private static final Pattern WHOLE_NUMBER = Pattern.compile("-?\\d{1,100}");

  private final Predicate<SubjectId> isSubject;

  /**
   * @param isSubject whether a qualifier's value names a subject: one the archive knows, or one the
   *     table speaks of elsewhere
   */
  RowReader(Predicate<SubjectId> isSubject) {
    this.isSubject = isSubject;
  }

  /**
   * Reads a row.
   *
   * @throws BadCell when a cell makes no sense
   */
  FactRow read(CsvRow row) {
    row.checkWidth();
    Map<SubjectId, Mention> mentions = new LinkedHashMap<>();
    SubjectId subject = subject("subject", row.required("subject"));
    mention(mentions, Mention.of(subject));
    String property = Cells.line("property", row.required("property"));
    Value value = value(row, mentions);
    List<Term> qualifiers = new ArrayList<>();
    for (Pair pair : pairs(row.cell("qualifiers"))) {
      if (value instanceof Quantity exact && pair.name().equals("approximate")) {
        boolean flag = Cells.read("qualifiers", pair.value(), Cells::truth).value();
        value = flag ? Cells.approximate(exact) : value;
      } else {
        qualifiers.add(new Term(pair.name(), qualifier(pair.value(), mentions)));
      }
    }
    return new FactRow(
        row.line(),
        read(row, "id", FactId::new),
        read(row, "paragraph", Cells::paragraph),
        row.required("quote"),
        subject,
        new Term(property, value),
        qualifiers,
        read(row, "valid", Edtf::parse),
        read(row, "note", note -> Cells.line("note", note)),
        List.copyOf(mentions.values()));
  }

  private static <T> @Nullable T read(CsvRow row, String column, Function<String, T> reader) {
    String text = row.optional(column);
    return text == null ? null : Cells.read(column, text, reader);
  }

  private static SubjectId subject(String column, String written) {
    return Cells.read(column, written, SubjectId::new);
  }

  private static Value value(CsvRow row, Map<SubjectId, Mention> mentions) {
    String written = row.required("value");
    String datatype = row.required("datatype");
    return switch (datatype) {
      case "text" -> Cells.read("value", written, Cells::text);
      case "entity", "subject" -> reference(mentions, Mention.of(subject("value", written)));
      case "place" -> reference(mentions, Cells.read("value", written, Mention::place));
      case "date" -> Cells.read("value", written, Cells::date);
      case "quantity" -> Cells.read("value", written, Quantity::parse);
      case "boolean" -> Cells.read("value", written, Cells::truth);
      case "duration" -> Cells.read("value", written, Cells::span);
      case "uri" -> Cells.read("value", written, Value.Link::new);
      default -> throw new BadCell("datatype", Detail.of("ingest.row.unknown-datatype", datatype));
    };
  }

  private Value qualifier(String written, Map<SubjectId, Mention> mentions) {
    SubjectId subject = identifier(written);
    if (subject != null && isSubject.test(subject)) {
      return reference(mentions, Mention.of(subject));
    }
    if (written.equals("true") || written.equals("false")) {
      return new Value.Truth(written.equals("true"));
    }
    if (WHOLE_NUMBER.matcher(written).matches()) {
      return new Quantity(written, null, false);
    }
    return Cells.read("qualifiers", written, Cells::text);
  }

  /** The identifier a text could be; null when it could be none. */
  static @Nullable SubjectId identifier(String written) {
    try {
      return new SubjectId(written);
    } catch (IllegalArgumentException no) {
      return null;
    }
  }

  private static Value reference(Map<SubjectId, Mention> mentions, Mention mention) {
    mention(mentions, mention);
    return new Value.SubjectReference(mention.id());
  }

  /** What says more of a subject wins: that something is a place, over the bare identifier. */
  private static void mention(Map<SubjectId, Mention> mentions, Mention mention) {
    mentions.merge(
        mention.id(),
        mention,
        (before, now) -> before.equals(Mention.of(before.id())) ? now : before);
  }

  /** A name and a value, as the qualifiers column writes them. */
  record Pair(String name, String value) {}

  /**
   * Takes {@code name=value;name=value} apart. There is no way to write a semicolon in a value.
   *
   * @throws BadCell when a part has no equals sign, or nothing on one side of it
   */
  static List<Pair> pairs(String qualifiers) {
    List<Pair> pairs = new ArrayList<>();
    for (String part : qualifiers.split(";", -1)) {
      int equals = part.indexOf('=');
      if (!part.isBlank()) {
        if (equals < 0
            || part.substring(0, equals).isBlank()
            || part.substring(equals + 1).isBlank()) {
          throw new BadCell("qualifiers", Detail.of("ingest.row.not-a-qualifier", part.strip()));
        }
        String name = Cells.line("qualifiers", part.substring(0, equals).strip());
        pairs.add(new Pair(name, part.substring(equals + 1).strip()));
      }
    }
    return pairs;
  }
}
