package org.defter.core.value;

import java.util.Locale;
import org.defter.core.edtf.Edtf;

/** How two values of one property compare. */
public enum Comparison {
  /** They say the same. */
  SAME,
  /**
   * Each can be right beside the other, or they cannot be compared: words in two languages or
   * scripts, a date and a more precise one, quantities in two units, two points of one place.
   */
  COMPATIBLE,
  /** They say different things, unless "about" or "perhaps" is taken widely. */
  PERHAPS_DIFFERENT,
  /** They say different things. */
  DIFFERENT;

  /** Two points nearer than this, in degrees, can be two readings of one place: about 1 km. */
  private static final double ONE_PLACE = 0.01;

  /** Compares; the order of the two makes no difference. */
  public static Comparison of(Value one, Value other) {
    if (one.datatype() != other.datatype()) {
      return COMPATIBLE;
    }
    if (Canonical.of(one).equals(Canonical.of(other))) {
      return SAME;
    }
    return switch (one) {
      case Value.Text text when other instanceof Value.Text words ->
          script(text.language()).equals(script(words.language())) ? DIFFERENT : COMPATIBLE;
      case Value.Date(Edtf date) when other instanceof Value.Date(Edtf second) ->
          ofDates(date, second);
      case Quantity quantity when other instanceof Quantity second -> ofAmounts(quantity, second);
      case Value.Point point when other instanceof Value.Point second -> ofPoints(point, second);
      case Value.Text _,
          Value.Date _,
          Quantity _,
          Value.Point _,
          Value.SubjectReference _,
          Value.Truth _,
          Value.Span _,
          Value.Link _ ->
          DIFFERENT;
    };
  }

  /** The language with its script, without its region. */
  private static String script(LanguageTag language) {
    Locale locale = Locale.forLanguageTag(language.value());
    return locale.getLanguage() + "-" + locale.getScript();
  }

  private static Comparison ofDates(Edtf one, Edtf other) {
    if (one.possiblyOverlaps(other.earliest(), other.latest())) {
      return COMPATIBLE;
    }
    return isVague(one) || isVague(other) ? PERHAPS_DIFFERENT : DIFFERENT;
  }

  private static boolean isVague(Edtf date) {
    return date.uncertain() || date.approximate();
  }

  private static Comparison ofAmounts(Quantity one, Quantity other) {
    boolean sameUnit = Canonical.unit(one).equals(Canonical.unit(other));
    if (!sameUnit && one.unit() != null && other.unit() != null) {
      return COMPATIBLE;
    }
    return sameUnit && !one.approximate() && !other.approximate() ? DIFFERENT : PERHAPS_DIFFERENT;
  }

  private static Comparison ofPoints(Value.Point one, Value.Point other) {
    return Math.abs(one.latitude() - other.latitude()) < ONE_PLACE
            && Math.abs(one.longitude() - other.longitude()) < ONE_PLACE
        ? COMPATIBLE
        : DIFFERENT;
  }
}
