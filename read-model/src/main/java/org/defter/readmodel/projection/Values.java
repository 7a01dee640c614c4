package org.defter.readmodel.projection;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.readmodel.document.ValidFields;
import org.defter.readmodel.document.ValueFields;
import org.defter.readmodel.document.ValueFields.GeoPoint;
import org.jspecify.annotations.Nullable;

/** A value's searchable fields. */
final class Values {

  private static final Pattern SPACES = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);

  private Values() {}

  static ValueFields fields(Value value) {
    String keyword = keyword(value);
    return switch (value) {
      case Value.Text _, Value.Span _, Value.Link _ -> plain(keyword);
      case Value.SubjectReference reference ->
          new ValueFields(keyword, reference.subject().value(), null, null, null, null, null, null);
      case Value.Date date -> dated(keyword, ValidTimes.fields(date.edtf()));
      case Quantity quantity ->
          new ValueFields(
              keyword,
              null,
              quantity.decimal().doubleValue(),
              quantity.unit(),
              null,
              null,
              null,
              null);
      case Value.Truth truth ->
          new ValueFields(keyword, null, null, null, truth.value(), null, null, null);
      case Value.Point point ->
          new ValueFields(
              keyword,
              null,
              null,
              null,
              null,
              null,
              null,
              new GeoPoint(point.latitude(), point.longitude()));
    };
  }

  private static ValueFields plain(String keyword) {
    return new ValueFields(keyword, null, null, null, null, null, null, null);
  }

  private static ValueFields dated(String keyword, ValidFields date) {
    return new ValueFields(keyword, null, null, null, null, date.earliest(), date.latest(), null);
  }

  /** The value in one line, see {@link ValueFields#keyword}. */
  static String keyword(Value value) {
    return switch (value) {
      case Value.Text text -> normalized(text.text());
      case Value.SubjectReference reference -> reference.subject().value();
      case Value.Date date -> date.edtf().text();
      case Quantity quantity -> written(quantity);
      case Value.Truth truth -> Boolean.toString(truth.value());
      case Value.Span span -> span.duration();
      case Value.Link link -> link.uri();
      case Value.Point point -> point.latitude() + "," + point.longitude();
    };
  }

  private static String normalized(String text) {
    return SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFC)).replaceAll(" ").strip();
  }

  private static String written(Quantity quantity) {
    @Nullable String unit = quantity.unit();
    return (quantity.approximate() ? "~" : "")
        + quantity.amount()
        + (unit == null ? "" : " " + normalized(unit));
  }
}
