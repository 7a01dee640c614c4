package org.defter.query.page;

import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.query.date.DateWords;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is shown.
 *
 * @param text its words; {@code true} or {@code false} for a truth value, to be translated
 * @param truth whether it is a truth value
 * @param address where it leads; null where it leads nowhere
 * @param language of the text; null where it is in none
 * @param written how the archive writes it, where its words are others; else null
 */
public record ValueLine(
    String text,
    boolean truth,
    @Nullable String address,
    @Nullable String language,
    @Nullable String written) {

  static ValueLine of(Value value, Labels labels, DateWords words) {
    return switch (value) {
      case Value.Text text ->
          new ValueLine(text.text(), false, null, text.language().value(), null);
      case Value.SubjectReference(var subject) ->
          new ValueLine(labels.of(subject), false, "/subjects/" + subject.value(), null, null);
      case Value.Date(var edtf) ->
          new ValueLine(words.say(edtf), false, null, words.language(), edtf.text());
      case Quantity quantity -> plain(quantity(quantity));
      case Value.Truth(var truth) -> new ValueLine(String.valueOf(truth), true, null, null, null);
      case Value.Span(var duration) -> plain(duration);
      case Value.Link(var uri) -> plain(uri);
      case Value.Point(var latitude, var longitude) -> plain(latitude + ", " + longitude);
    };
  }

  private static ValueLine plain(String text) {
    return new ValueLine(text, false, null, null, null);
  }

  private static String quantity(Quantity quantity) {
    return (quantity.approximate() ? "≈ " : "")
        + quantity.amount()
        + (quantity.unit() == null ? "" : " " + quantity.unit());
  }
}
