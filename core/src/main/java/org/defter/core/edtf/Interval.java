package org.defter.core.edtf;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * From one end to the other, all days between them included. Whatever the two ends mean, the second
 * is not before the first, so each bounds the other: {@code 2004-06/2004-06-11} began on 11 June at
 * the latest.
 */
public record Interval(String text, End from, End to) implements Edtf {

  /** Where it begins or ends. */
  public sealed interface End {
    /** Written as a date. */
    record Dated(SingleDate date) implements End {}

    /** {@code ..}: there is no such end. */
    record Open() implements End {}

    /** Nothing written: there is such an end, but nobody knows when. */
    record Unknown() implements End {}

    default @Nullable LocalDate earliest() {
      return this instanceof Dated(SingleDate date) ? date.earliest() : null;
    }

    default @Nullable LocalDate latest() {
      return this instanceof Dated(SingleDate date) ? date.latest() : null;
    }
  }

  /** Whether under no reading the end is on or after the start. */
  boolean endsBeforeItStarts() {
    LocalDate first = from.earliest();
    LocalDate last = to.latest();
    return first != null && last != null && last.isBefore(first);
  }

  @Override
  public @Nullable DayRange start() {
    return from instanceof End.Open
        ? null
        : new DayRange(from.earliest(), DayRange.min(from.latest(), to.latest()));
  }

  @Override
  public @Nullable DayRange end() {
    return to instanceof End.Open
        ? null
        : new DayRange(DayRange.max(from.earliest(), to.earliest()), to.latest());
  }

  @Override
  public boolean uncertain() {
    return dates().anyMatch(SingleDate::uncertain);
  }

  @Override
  public boolean approximate() {
    return dates().anyMatch(SingleDate::approximate);
  }

  @Override
  public boolean unspecified() {
    return dates().anyMatch(SingleDate::unspecified);
  }

  private Stream<SingleDate> dates() {
    return Stream.of(from, to)
        .flatMap(end -> end instanceof End.Dated(SingleDate date) ? Stream.of(date) : Stream.of());
  }
}
