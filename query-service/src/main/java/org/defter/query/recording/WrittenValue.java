package org.defter.query.recording;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.edtf.Edtf;
import org.defter.core.value.Datatype;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.query.date.DateReader;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;

/** Values in one field of a form: as they are typed, and as they are shown to be changed. */
final class WrittenValue {

  private static final Pattern POINT =
      Pattern.compile("(-?\\d{1,3}(?:\\.\\d+)?)\\s*[,;]\\s*(-?\\d{1,3}(?:\\.\\d+)?)");

  private WrittenValue() {}

  /** A value as somebody would type it. */
  static String of(Value value, Labels labels) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.SubjectReference(var subject) -> Named.typed(subject, labels);
      case Value.Date(var edtf) -> edtf.text();
      case Quantity quantity ->
          (quantity.approximate() ? "~" : "")
              + quantity.amount()
              + (quantity.unit() == null ? "" : " " + quantity.unit());
      case Value.Truth(var truth) -> String.valueOf(truth);
      case Value.Span(var duration) -> duration;
      case Value.Link(var uri) -> uri;
      case Value.Point(var latitude, var longitude) -> plain(latitude) + ", " + plain(longitude);
    };
  }

  private static String plain(double degrees) {
    return BigDecimal.valueOf(degrees).toPlainString();
  }

  /**
   * The value that was typed, of any datatype but a subject; null when it is none.
   *
   * @param language of a text; empty where that is not known
   * @param truth what the word means where yes or no is asked; null when it is neither
   */
  static @Nullable Value read(
      Datatype datatype, String typed, String language, @Nullable Boolean truth) {
    try {
      return switch (datatype) {
        case TEXT -> new Value.Text(typed, new LanguageTag(language.isEmpty() ? "und" : language));
        case DATE -> date(DateReader.read(typed));
        case QUANTITY -> Quantity.parse(typed);
        case BOOLEAN -> truth == null ? null : new Value.Truth(truth);
        case DURATION -> new Value.Span(typed);
        case URI -> new Value.Link(typed);
        case POINT -> point(typed);
        case SUBJECT -> throw new IllegalArgumentException("a subject is looked up by its name");
      };
    } catch (InvalidValue unfit) {
      return null;
    }
  }

  private static @Nullable Value date(@Nullable Edtf read) {
    return read == null ? null : new Value.Date(read);
  }

  private static @Nullable Value point(String typed) {
    Matcher point = POINT.matcher(typed);
    return point.matches()
        ? new Value.Point(Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)))
        : null;
  }
}
