package org.defter.query.recording;

import java.util.List;
import java.util.stream.Stream;
import org.defter.core.fact.Statement;
import org.defter.core.value.Value;
import org.defter.query.decision.Form;
import org.defter.query.label.Labels;

/**
 * A statement as it is typed into a form. Nothing of it need make sense yet.
 *
 * @param subject a name, or a name with the identifier in brackets as suggestions write it
 * @param property the same
 * @param value in words; of a subject, as {@code subject}
 * @param language of a text
 * @param qualifiers circumstances, row by row; some may be empty
 * @param valid in words or EDTF; empty where the source does not say
 * @param certainty the word for it
 */
public record TypedStatement(
    String subject,
    String property,
    String value,
    String language,
    List<TypedQualifier> qualifiers,
    String valid,
    String certainty) {

  /** What somebody typed. */
  public static TypedStatement of(Form form) {
    return new TypedStatement(
        form.text("subject"),
        form.text("property"),
        form.text("value"),
        form.text("language"),
        TypedQualifier.of(form),
        form.text("when"),
        form.text("certainty").isEmpty() ? "certain" : form.text("certainty"));
  }

  /** An empty form. */
  public static TypedStatement empty(String language) {
    return new TypedStatement("", "", "", language, List.of(), "", "certain");
  }

  /** What a fact says, as somebody would type it. */
  public static TypedStatement of(Statement statement, Labels labels) {
    return new TypedStatement(
        Named.typed(statement.subject(), labels),
        Named.typed(statement.property(), labels),
        WrittenValue.of(statement.value(), labels),
        statement.value() instanceof Value.Text text ? text.language().value() : "",
        TypedQualifier.of(statement.qualifiers(), labels),
        statement.valid() == null ? "" : statement.valid().text(),
        statement.certainty().word());
  }

  /** The same, under these circumstances. */
  public TypedStatement with(List<TypedQualifier> others) {
    return new TypedStatement(subject, property, value, language, others, valid, certainty);
  }

  /** The rows that a form shows: there is always one to type into. */
  public List<TypedQualifier> rows() {
    return qualifiers.isEmpty() || !qualifiers.getLast().isEmpty()
        ? Stream.concat(qualifiers.stream(), Stream.of(emptyRow())).toList()
        : qualifiers;
  }

  /** A row of circumstances to type into. */
  public TypedQualifier emptyRow() {
    return new TypedQualifier("", "", language);
  }
}
