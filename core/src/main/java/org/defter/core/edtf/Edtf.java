package org.defter.core.edtf;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as an archivist writes it: the Library of Congress Extended Date/Time Format of 4 February
 * 2019 (a profile of ISO 8601-2:2019), levels 0, 1 and 2, and one thing beyond it: a date may be
 * written in the Julian calendar.
 *
 * <p>The text is kept exactly as written; beside it stand the days it can mean, in the proleptic
 * Gregorian calendar, where year 0000 is 1 BC and -0001 is 2 BC.
 *
 * <table>
 * <caption>What can be written</caption>
 * <tr><th>Written</th><th>Meaning</th></tr>
 * <tr><td>{@code 1985}, {@code 1985-04}, {@code 1985-04-12}</td><td>a year, month, day</td></tr>
 * <tr><td>{@code 1985-04-12T23:20:30+04:30}</td><td>a day and time; the day is the one written,
 *     not the one in UTC; seconds are 00 to 59; offset {@code Z}, {@code ±hh}, {@code ±hh:mm} or
 *     none</td></tr>
 * <tr><td>{@code Y170000002}, {@code Y-17E7}</td><td>a year of five digits or more</td></tr>
 * <tr><td>{@code 1950S2}, {@code Y171010000S3}</td><td>a year of which only the first so many
 *     digits count (leading zeros do not count): here 1900 to 1999</td></tr>
 * <tr><td>{@code julian:1917-10-25}</td><td>that day of the Julian calendar, 7 November 1917</td></tr>
 * <tr><td>{@code 2001-21} to {@code 2001-41}</td><td>part of a year, see below</td></tr>
 * <tr><td>{@code 1984?}, {@code 1984~}, {@code 1984%}, {@code ?2004-06-~11}</td><td>uncertain,
 *     approximate, both; after a part: that part and all before it; before a part: that part</td></tr>
 * <tr><td>{@code 199X}, {@code 1985-XX-31}, {@code 1X32-X1-X2}</td><td>digits not known; a month
 *     with an X is one of 01 to 12, never a season; {@code XXXX} is 0000 to 9999, {@code -XXXX} is
 *     -9999 to -0001</td></tr>
 * <tr><td>{@code 1964/2008}</td><td>from, to; {@code ..} for an open end, nothing for an unknown
 *     one; not both unknown; no times of day</td></tr>
 * <tr><td>{@code [1667,1670..1672]}</td><td>one of these</td></tr>
 * <tr><td>{@code {1667,1670..1672}}</td><td>all of these; in both, {@code ..} may begin the first
 *     member or end the last one, and a space may follow a comma</td></tr>
 * </table>
 *
 * <p>Parts of a year: 21 to 24 and 25 to 28 are the meteorological seasons of the northern
 * hemisphere (spring: March to May, summer, autumn, winter: December to February <em>of the next
 * year</em>); 29 to 32 those of the southern (spring: September to November; summer: December to
 * February of the next year); 33 to 36 quarters; 37 to 39 thirds of four months; 40 and 41 halves.
 *
 * <p>{@code julian:} stands before a date, an interval or a set, and is the calendar of every date
 * after it up to {@code gregorian:}, if that follows: {@code julian:1914/1917}, {@code
 * julian:1917-10-25/gregorian:1918-02-14}, {@code julian:[1667,1668]}. Years are counted alike in
 * both, so {@code julian:-0043-03-15} is the Ides of March of 44 BC. Whatever is left open is left
 * open in the calendar written: {@code julian:1917} is 1917-01-14 to 1918-01-13.
 *
 * <p>A qualifier ({@code ? ~ %}) does not widen the days: {@code 1972~} spans 1972 and no more,
 * because how much wider "about" is, only the reader of the source can say. Callers that want
 * qualified dates kept out of a "certainly" ask {@link #uncertain()} and {@link #approximate()}.
 *
 * <p>A date wider than a day, such as {@code 1991-12}, says that the fact held at some time in it,
 * not all through it; only an interval or an all-of set says that days in between are covered.
 *
 * <p>Days are counted from the year -999,999,999 to 999,999,999; a year beyond, such as {@code
 * Y17E8}, is kept as written, and its days are the first or last of those.
 *
 * <p>Immutable; equal when written the same.
 */
public sealed interface Edtf permits SingleDate, Interval, DateSet {

  /** The longest text {@link #parse} reads, in {@code char}s. */
  int MAX_LENGTH = 500;

  /**
   * Reads a date.
   *
   * @throws EdtfException when the text is no date by the rules above, is a date that does not
   *     exist (2006-02-30), ends before it starts, has a year of more than 18 digits, or is longer
   *     than {@link #MAX_LENGTH}; the message says what is wrong, where, and what to write
   */
  static Edtf parse(String text) {
    return new EdtfParser(text).parse();
  }

  /** The text exactly as written. */
  String text();

  /**
   * The days on which it can have begun; null when it has no beginning (an open start, {@code
   * ../1991}). An unknown start ({@code /1991}) is a range without a lower bound. For one date or a
   * one-of set: all its days.
   */
  @Nullable DayRange start();

  /**
   * The days on which it can have ended; null when it has no end (an open end, {@code 1991/..}). An
   * unknown end ({@code 1991/}) is a range without an upper bound. For one date or a one-of set:
   * all its days.
   *
   * <p>So a fact valid {@code 1991-12/..} holds possibly from {@code start().earliest()},
   * 1991-12-01, and certainly from {@code start().latest()}, 1991-12-31.
   */
  @Nullable DayRange end();

  /** The first day it can mean; null when there is no lower bound (open or unknown). */
  default @Nullable LocalDate earliest() {
    DayRange start = start();
    return start == null ? null : start.earliest();
  }

  /** The last day it can mean; null when there is no upper bound (open or unknown). */
  default @Nullable LocalDate latest() {
    DayRange end = end();
    return end == null ? null : end.latest();
  }

  /** Whether any part is marked {@code ?} or {@code %}. */
  boolean uncertain();

  /** Whether any part is marked {@code ~} or {@code %}. */
  boolean approximate();

  /** Whether any digit is left open with {@code X}. */
  boolean unspecified();

  /**
   * Whether it can share a day with the days asked for: some day from {@link #earliest()} to {@link
   * #latest()}; for a set, of some member. Days ruled out inside that span (January in {@code
   * XXXX-12}) count as possible.
   *
   * @param from first day, included; null: no lower bound
   * @param to last day, included; null: no upper bound
   * @throws IllegalArgumentException when {@code from} is after {@code to}
   */
  default boolean possiblyOverlaps(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new DayRange(earliest(), latest()).overlaps(new DayRange(from, to));
  }

  /**
   * Whether it shares a day with the days asked for whatever it means: {@code 1991-12/..} with any
   * day from 1991-12-31 on, {@code 1994-05} with all of 1994. An all-of set does when one member
   * does, a one-of set when every member does.
   *
   * @param from first day, included; null: no lower bound
   * @param to last day, included; null: no upper bound
   * @throws IllegalArgumentException when {@code from} is after {@code to}
   */
  default boolean certainlyOverlaps(@Nullable LocalDate from, @Nullable LocalDate to) {
    DayRange asked = new DayRange(from, to);
    DayRange start = start();
    DayRange end = end();
    return (start == null || asked.notEndedBefore(start.latest()))
        && (end == null || asked.startedBy(end.earliest()));
  }

  /**
   * Whether for some meaning all of it lies in the days asked for: {@code 1994-05} in any one day
   * of it, {@code 1991-12/1993} in what begins by 1991-12-31 and ends on 1993-01-01 or later. A
   * one-of set does when one member does, an all-of set when every member does.
   *
   * @param from first day, included; null: no lower bound
   * @param to last day, included; null: no upper bound
   * @throws IllegalArgumentException when {@code from} is after {@code to}
   */
  default boolean possiblyWithin(@Nullable LocalDate from, @Nullable LocalDate to) {
    DayRange asked = new DayRange(from, to);
    DayRange start = start();
    DayRange end = end();
    return (start == null ? from == null : start.reaches(asked.earliest()))
        && (end == null ? to == null : end.isFrom(asked.latest()));
  }

  /**
   * Whether all of it lies in the days asked for, whatever it means.
   *
   * @param from first day, included; null: no lower bound
   * @param to last day, included; null: no upper bound
   * @throws IllegalArgumentException when {@code from} is after {@code to}
   */
  default boolean certainlyWithin(@Nullable LocalDate from, @Nullable LocalDate to) {
    return new DayRange(from, to).contains(new DayRange(earliest(), latest()));
  }
}
