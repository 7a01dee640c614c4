package org.defter.query.page;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.edtf.DayRange;
import org.defter.core.edtf.Edtf;
import org.jspecify.annotations.Nullable;

/**
 * When the facts of a subject held, as a picture: one row to a fact. What is certain of a date is
 * drawn full, what is only possible is drawn light, and what goes on without an end to the edge.
 *
 * @param ticks years along the axis
 * @param left how many more dated facts there are than the picture has rows
 */
record SubjectTimeline(List<Row> rows, List<Tick> ticks, int left) {

  static final int ROW = 24;
  static final int LABELS = 300;
  static final int CHART = 500;
  private static final int AXIS = 20;
  private static final int MOST_ROWS = 30;
  private static final int TICKS = 5;

  /** The least that can be seen. */
  private static final int LEAST = 4;

  /** A fact with a date. */
  record Dated(String label, String words, String address, Edtf valid) {}

  /**
   * A row, in units of the picture.
   *
   * @param y of its upper edge
   * @param possible the whole time in which it can have held
   * @param certain the time in which it held whatever the date means; null where there is none
   * @param doubtful whether the source, or its reader, was not sure of the date
   */
  record Row(
      String label,
      String words,
      String address,
      int y,
      Bar possible,
      @Nullable Bar certain,
      boolean doubtful) {}

  /** A stretch from left to right. */
  record Bar(int x, int width) {}

  /** A year, and where it is. */
  record Tick(int x, int year) {}

  /** The picture; null where no date has a beginning or an end. */
  static @Nullable SubjectTimeline of(List<Dated> facts) {
    List<Dated> drawn = facts.stream().limit(MOST_ROWS).toList();
    List<LocalDate> days =
        drawn.stream()
            .flatMap(fact -> Stream.of(fact.valid().start(), fact.valid().end()))
            .filter(Objects::nonNull)
            .flatMap(range -> Stream.of(range.earliest(), range.latest()))
            .filter(Objects::nonNull)
            .sorted()
            .toList();
    if (days.isEmpty()) {
      return null;
    }
    Axis axis = new Axis(days.getFirst().minusMonths(6), days.getLast().plusMonths(6));
    List<Row> rows = new ArrayList<>();
    for (Dated fact : drawn) {
      rows.add(axis.row(fact, AXIS + ROW * rows.size()));
    }
    return new SubjectTimeline(rows, axis.ticks(), facts.size() - drawn.size());
  }

  /** How high the picture is. */
  public int height() {
    return AXIS + ROW * rows.size();
  }

  /** The picture's own units. */
  public String viewBox() {
    return "0 0 " + (LABELS + CHART) + " " + height();
  }

  /** The time in which something held whatever its date means; null where there is none. */
  static @Nullable DayRange certain(Edtf valid) {
    DayRange start = valid.start();
    DayRange end = valid.end();
    LocalDate from = start == null ? null : start.latest();
    LocalDate to = end == null ? null : end.earliest();
    return from != null && to != null && from.isAfter(to) ? null : new DayRange(from, to);
  }

  private record Axis(LocalDate first, LocalDate last) {

    Row row(Dated fact, int y) {
      DayRange certain = certain(fact.valid());
      return new Row(
          fact.label(),
          fact.words(),
          fact.address(),
          y,
          bar(fact.valid().earliest(), fact.valid().latest()),
          certain == null ? null : bar(certain.earliest(), certain.latest()),
          fact.valid().uncertain() || fact.valid().approximate());
    }

    private Bar bar(@Nullable LocalDate from, @Nullable LocalDate to) {
      int begin = from == null ? LABELS : x(from);
      int end = to == null ? LABELS + CHART : x(to);
      return new Bar(begin, Math.max(LEAST, end - begin));
    }

    private int x(LocalDate day) {
      long all = Math.max(1, ChronoUnit.DAYS.between(first, last));
      return LABELS + Math.toIntExact(CHART * ChronoUnit.DAYS.between(first, day) / all);
    }

    List<Tick> ticks() {
      int years = last.getYear() - first.getYear();
      int step = Math.max(1, (years + TICKS - 1) / TICKS);
      List<Tick> ticks = new ArrayList<>();
      for (int year = first.getYear() + 1; year <= last.getYear(); year += step) {
        ticks.add(new Tick(x(LocalDate.of(year, 1, 1)), year));
      }
      return ticks;
    }
  }
}
