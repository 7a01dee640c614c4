package org.defter.core.edtf;

import org.jspecify.annotations.Nullable;

/** What is written of one date, part by part, for who wants to say it otherwise. */
public sealed interface Form {

  /** What is marked anywhere in it. */
  Marks marks();

  /**
   * A year, perhaps with a month, perhaps with a day, perhaps with a time of day.
   *
   * @param time as written, without the T: {@code 23:20:30+04:30}
   */
  record Fields(
      YearPattern year,
      @Nullable DigitPattern month,
      @Nullable DigitPattern day,
      @Nullable String time,
      PartMarks parts)
      implements Form {
    @Override
    public Marks marks() {
      return parts.all();
    }
  }

  /**
   * A season, quarter, third or half of a year.
   *
   * @param code 21 to 41, see {@link Edtf}
   */
  record PartOfYear(YearPattern year, int code, PartMarks parts) implements Form {
    @Override
    public Marks marks() {
      return parts.all();
    }
  }

  /**
   * A year written with Y, or of which not all digits count.
   *
   * @param years those it can be
   * @param estimated whether it is but the likeliest of them
   */
  record FarYear(long year, YearSpan years, boolean estimated, Marks marks) implements Form {}

  /** Some date of a range in a one-of set: {@code 1670..1672}, {@code ..1984}. */
  record SomeOf(Interval range) implements Form {
    @Override
    public Marks marks() {
      return new Marks(range.uncertain(), range.approximate(), range.unspecified());
    }
  }
}
