package org.defter.query.recording;

import java.util.Locale;
import org.defter.core.fact.Certainty;
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
 * @param valid in words or EDTF; empty where the source does not say
 * @param certainty the word for it
 */
public record TypedStatement(
    String subject,
    String property,
    String value,
    String language,
    String valid,
    String certainty) {

  /** What somebody typed. */
  public static TypedStatement of(Form form) {
    return new TypedStatement(
        form.text("subject"),
        form.text("property"),
        form.text("value"),
        form.text("language"),
        form.text("when"),
        form.text("certainty").isEmpty() ? "certain" : form.text("certainty"));
  }

  /** An empty form. */
  public static TypedStatement empty(String language) {
    return new TypedStatement("", "", "", language, "", "certain");
  }

  /** What a fact says, as somebody would type it. */
  public static TypedStatement of(Statement statement, Labels labels) {
    return new TypedStatement(
        Named.typed(statement.subject(), labels),
        Named.typed(statement.property(), labels),
        WrittenValue.of(statement.value(), labels),
        statement.value() instanceof Value.Text text ? text.language().value() : "",
        statement.valid() == null ? "" : statement.valid().text(),
        word(statement.certainty()));
  }

  static String word(Certainty certainty) {
    return certainty.name().toLowerCase(Locale.ROOT);
  }
}
