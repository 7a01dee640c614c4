package org.defter.query.citation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.defter.core.fact.Statement;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.query.date.DateWords;
import org.defter.query.label.Labels;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says statements in one line, in the reader's language. */
@Component
public final class StatementWords {

  private final MessageSource messages;

  StatementWords(MessageSource messages) {
    this.messages = messages;
  }

  /** What a statement says, and when it held. */
  public String say(Statement statement, Labels labels, List<Locale> readers) {
    DateWords words = DateWords.in(readers);
    String said =
        labels.of(statement.subject())
            + " — "
            + labels.of(statement.property())
            + ": "
            + value(statement.value(), labels, words, readers);
    return statement.valid() == null ? said : said + " (" + words.say(statement.valid()) + ")";
  }

  private String value(Value value, Labels labels, DateWords words, List<Locale> readers) {
    return switch (value) {
      case Value.Text text -> "«" + text.text() + "»";
      case Value.SubjectReference(var subject) -> labels.of(subject);
      case Value.Date(var edtf) -> words.say(edtf);
      case Quantity quantity ->
          (quantity.approximate() ? "≈ " : "")
              + quantity.amount()
              + (quantity.unit() == null ? "" : " " + quantity.unit());
      case Value.Truth(var truth) -> say("value." + truth, readers);
      case Value.Span(var duration) -> duration;
      case Value.Link(var uri) -> uri;
      case Value.Point(var latitude, var longitude) -> latitude + ", " + longitude;
    };
  }

  /** A message; numbers and dates in it as they are written. */
  public String say(String key, List<Locale> readers, Object... about) {
    Locale reader = readers.isEmpty() ? Locale.ENGLISH : readers.getFirst();
    return messages.getMessage(key, Arrays.stream(about).map(String::valueOf).toArray(), reader);
  }
}
