package org.defter.query.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.defter.core.fact.Qualifier;
import org.defter.core.value.Value;
import org.defter.query.decision.Form;
import org.defter.query.label.Labels;

/**
 * A circumstance of a statement as it is typed into a row of a form; the rows are numbered from 0.
 *
 * @param property a name, or a name with the identifier in brackets as suggestions write it
 * @param value in words, as the property asks
 * @param language of a text
 */
public record TypedQualifier(String property, String value, String language) {

  /** As many rows as a form can have. */
  private static final int MOST = 100;

  /**
   * The rows that somebody typed, and empty ones between them: each keeps its number. Empty ones at
   * the end are there as far as {@code rows} asks for them.
   */
  static List<TypedQualifier> of(Form form) {
    String wanted = form.text("rows");
    int last = wanted.matches("\\d{1,2}") ? Integer.parseInt(wanted) : 0;
    List<TypedQualifier> rows = new ArrayList<>();
    for (int row = 0; row < MOST; row++) {
      TypedQualifier typed =
          new TypedQualifier(
              form.text(field(row, "property")),
              form.text(field(row, "value")),
              form.text(field(row, "language")));
      rows.add(typed);
      last = typed.isEmpty() ? last : Math.max(last, row + 1);
    }
    return List.copyOf(rows.subList(0, last));
  }

  /** Those of a fact, as somebody would type them. */
  static List<TypedQualifier> of(List<Qualifier> qualifiers, Labels labels) {
    return qualifiers.stream()
        .map(one ->
            new TypedQualifier(
                Named.typed(one.property(), labels),
                WrittenValue.of(one.value(), labels),
                one.value() instanceof Value.Text text ? text.language().value() : ""))
        .toList();
  }

  /** All in one line; nothing of empty rows. */
  static String written(List<TypedQualifier> rows) {
    return rows.stream()
        .filter(row -> !row.isEmpty())
        .map(row ->
            row.property
                + ": "
                + row.value
                + (row.language.isEmpty() ? "" : " (" + row.language + ")"))
        .collect(Collectors.joining("; "));
  }

  /** The name of a field of a row. */
  public static String field(int row, String part) {
    return "qualifier-" + row + "-" + part;
  }

  /** Whether nothing is said in this row. */
  boolean isEmpty() {
    return property.isEmpty() && value.isEmpty();
  }
}
