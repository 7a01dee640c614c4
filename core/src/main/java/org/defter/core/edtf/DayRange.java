package org.defter.core.edtf;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Days from the earliest to the latest, both included.
 *
 * @param earliest null: no lower bound
 * @param latest null: no upper bound
 */
public record DayRange(@Nullable LocalDate earliest, @Nullable LocalDate latest) {

  /**
   * @throws IllegalArgumentException when {@code earliest} is after {@code latest}
   */
  public DayRange {
    if (earliest != null && latest != null && earliest.isAfter(latest)) {
      throw new IllegalArgumentException(
          "the first day, %s, is after the last day, %s".formatted(earliest, latest));
    }
  }

  /** Whether the two have a day in common. */
  public boolean overlaps(DayRange other) {
    return notAfter(earliest, other.latest) && notAfter(other.earliest, latest);
  }

  /** Whether every day of the other is a day of this. */
  public boolean contains(DayRange other) {
    return startedBy(other.earliest) && notEndedBefore(other.latest);
  }

  /** Whether the day is not before the first; a null day is before any. */
  boolean startedBy(@Nullable LocalDate day) {
    return earliest == null || (day != null && !day.isBefore(earliest));
  }

  /** Whether the day is not after the last; a null day is after any. */
  boolean notEndedBefore(@Nullable LocalDate day) {
    return latest == null || (day != null && !day.isAfter(latest));
  }

  /** Whether some day of it is not before that day; none is before a null day. */
  boolean reaches(@Nullable LocalDate day) {
    return notAfter(day, latest);
  }

  /** Whether some day of it is not after that day; none is after a null day. */
  boolean isFrom(@Nullable LocalDate day) {
    return notAfter(earliest, day);
  }

  /** The smallest range that contains both. */
  DayRange hull(DayRange other) {
    return new DayRange(
        earliest == null || other.earliest == null ? null : min(earliest, other.earliest),
        latest == null || other.latest == null ? null : max(latest, other.latest));
  }

  /** The days on which the first of two things begins that begin in these two ranges. */
  DayRange firstOf(DayRange other) {
    return new DayRange(
        earliest == null || other.earliest == null ? null : min(earliest, other.earliest),
        min(latest, other.latest));
  }

  /** The days on which the last of two things ends that end in these two ranges. */
  DayRange lastOf(DayRange other) {
    return new DayRange(
        max(earliest, other.earliest),
        latest == null || other.latest == null ? null : max(latest, other.latest));
  }

  /** The earlier of two upper bounds; null only when both are. */
  static @Nullable LocalDate min(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isBefore(b) ? a : b;
  }

  /** The later of two lower bounds; null only when both are. */
  static @Nullable LocalDate max(@Nullable LocalDate a, @Nullable LocalDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.isAfter(b) ? a : b;
  }

  private static boolean notAfter(@Nullable LocalDate lower, @Nullable LocalDate upper) {
    return lower == null || upper == null || !lower.isAfter(upper);
  }
}
