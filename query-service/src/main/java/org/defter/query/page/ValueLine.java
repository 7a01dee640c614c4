package org.defter.query.page;

import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A value as it is shown.
 *
 * @param text its words; {@code true} or {@code false} for a truth value, to be translated
 * @param truth whether it is a truth value
 * @param address where it leads; null where it leads nowhere
 * @param language of the text; null where it is in none
 */
public record ValueLine(
    String text, boolean truth, @Nullable String address, @Nullable String language) {

  static ValueLine of(Value value, Labels labels) {
    return switch (value) {
      case Value.Text text -> new ValueLine(text.text(), false, null, text.language().value());
      case Value.SubjectReference(var subject) ->
          new ValueLine(labels.of(subject), false, "/subjects/" + subject.value(), null);
      case Value.Date(var edtf) -> plain(edtf.text());
      case Quantity quantity -> plain(quantity(quantity));
      case Value.Truth(var truth) -> new ValueLine(String.valueOf(truth), true, null, null);
      case Value.Span(var duration) -> plain(duration);
      case Value.Link(var uri) -> plain(uri);
      case Value.Point(var latitude, var longitude) -> plain(latitude + ", " + longitude);
    };
  }

  private static ValueLine plain(String text) {
    return new ValueLine(text, false, null, null);
  }

  private static String quantity(Quantity quantity) {
    return (quantity.approximate() ? "≈ " : "")
        + quantity.amount()
        + (quantity.unit() == null ? "" : " " + quantity.unit());
  }
}
