package org.defter.core.edtf;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether two things that held at two times held together on some day.
 *
 * <p>Two stretches of time of which one ends in the period the other begins in ({@code
 * 1969/2011-06} and {@code 2011-06/..}, or {@code 2011/2012} and {@code 2012-03-01/..}) follow on
 * each other: they meet, and do not overlap. Such a period is a year at most; one who wrote {@code
 * 199X} for it did not know the change.
 */
public enum Overlap {
  /** There is no such day, or they only meet. */
  NONE,
  /** In some reading of the two there is one, in another there is not. */
  POSSIBLE,
  /**
   * Whatever the two mean, there is one, and neither is marked {@code ?}, {@code ~} or {@code %}.
   */
  CERTAIN;

  private static final int DAYS_OF_A_YEAR = 366;

  /** How two times overlap; the order of the two makes no difference. */
  public static Overlap of(Edtf one, Edtf other) {
    Overlap asWritten = ofMembers(one, other);
    return asWritten == CERTAIN && (isVague(one) || isVague(other)) ? POSSIBLE : asWritten;
  }

  private static boolean isVague(Edtf time) {
    return time.uncertain() || time.approximate();
  }

  private static Overlap ofMembers(Edtf one, Edtf other) {
    if (one instanceof DateSet set) {
      return ofMembers(set, other);
    }
    return other instanceof DateSet set ? ofMembers(set, one) : undivided(one, other);
  }

  private static Overlap ofMembers(DateSet set, Edtf other) {
    List<Overlap> each = set.members().stream().map(member -> ofMembers(member, other)).toList();
    Overlap most = Collections.max(each);
    boolean another = set.choice() == DateSet.Choice.ONE_OF && Collections.min(each) != CERTAIN;
    return most == CERTAIN && another ? POSSIBLE : most;
  }

  private static Overlap undivided(Edtf one, Edtf other) {
    if (!one.possiblyOverlaps(other.earliest(), other.latest())
        || meet(one, other)
        || meet(other, one)) {
      return NONE;
    }
    return beginsBeforeTheEnd(one, other) && beginsBeforeTheEnd(other, one) ? CERTAIN : POSSIBLE;
  }

  /** Whether the first has begun when the second ends, whatever both mean. */
  private static boolean beginsBeforeTheEnd(Edtf one, Edtf other) {
    DayRange start = one.start();
    DayRange end = other.end();
    return start == null
        || end == null
        || (start.latest() != null
            && end.earliest() != null
            && !start.latest().isAfter(end.earliest()));
  }

  private static boolean meet(Edtf earlier, Edtf later) {
    DayRange end = earlier.end();
    DayRange start = later.start();
    return end != null
        && start != null
        && (isOnePeriod(end, start) || isOnePeriod(start, end))
        && isBefore(earlier.earliest(), end.earliest())
        && isBefore(start.latest(), later.latest());
  }

  /** Whether the second lies in the first, and the first is known to the year. */
  private static boolean isOnePeriod(DayRange wide, DayRange narrow) {
    LocalDate first = wide.earliest();
    LocalDate last = wide.latest();
    return first != null
        && last != null
        && ChronoUnit.DAYS.between(first, last) < DAYS_OF_A_YEAR
        && wide.contains(narrow);
  }

  /** No lower bound is before any day, and any day before no upper bound. */
  private static boolean isBefore(@Nullable LocalDate day, @Nullable LocalDate next) {
    return day == null || next == null || day.isBefore(next);
  }
}
