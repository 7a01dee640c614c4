package org.defter.query.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.defter.query.request.Parameters;
import org.defter.query.search.SearchAnswer.Stretch;
import org.defter.query.search.SearchAnswer.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * How what was found lies in time, as a picture to choose a stretch in.
 *
 * @param bars from left to right, without gaps
 * @param first what the first stretch is called
 * @param last what the last one is called
 * @param from the beginning that is asked for now; empty when none is
 * @param to the end that is asked for now; empty when none is
 * @param others what else is asked, to be asked with another stretch
 * @param undated how many facts have no date, and so are in no bar
 */
record Histogram(
    List<Bar> bars,
    String first,
    String last,
    String from,
    String to,
    List<TimeMachine.Field> others,
    long undated) {

  static final int WIDTH = 600;
  static final int HEIGHT = 80;

  /** What the form itself asks, and what means one page only. */
  private static final Set<String> OWN =
      Set.of("validFrom", "validTo", "validAt", "cursor", "after", "wait");

  /** The least that is seen of one fact among very many. */
  private static final int LEAST = 3;

  /**
   * A stretch of time, in units of the picture.
   *
   * @param x from the left
   * @param y from the top to its upper end
   * @param from its first day
   * @param to its last day
   */
  record Bar(
      int x, int y, int width, int height, String label, long count, String from, String to) {}

  /** The picture; null where there are no dates, or all are in one stretch. */
  static @Nullable Histogram of(@Nullable Timeline timeline, Parameters asked) {
    if (timeline == null || timeline.stretches().size() < 2) {
      return null;
    }
    List<Stretch> stretches = timeline.stretches();
    long most = stretches.stream().mapToLong(Stretch::count).max().orElse(1);
    List<Bar> bars = new ArrayList<>();
    for (int at = 0; at < stretches.size(); at++) {
      bars.add(bar(stretches.get(at), at, stretches.size(), Math.max(1, most)));
    }
    return new Histogram(
        bars,
        stretches.getFirst().label(),
        stretches.getLast().label(),
        typed(asked, "validFrom"),
        typed(asked, "validTo"),
        others(asked),
        timeline.undated());
  }

  private static Bar bar(Stretch stretch, int at, int of, long most) {
    int x = WIDTH * at / of;
    int height =
        stretch.count() == 0
            ? 0
            : Math.max(LEAST, Math.toIntExact(HEIGHT * stretch.count() / most));
    return new Bar(
        x,
        HEIGHT - height,
        WIDTH * (at + 1) / of - x,
        height,
        stretch.label(),
        stretch.count(),
        stretch.from(),
        stretch.to());
  }

  private static String typed(Parameters asked, String name) {
    return Objects.requireNonNullElse(asked.values().getFirst(name), "");
  }

  private static List<TimeMachine.Field> others(Parameters asked) {
    return asked.without(OWN).values().entrySet().stream()
        .flatMap(entry ->
            entry.getValue().stream().map(value -> new TimeMachine.Field(entry.getKey(), value)))
        .filter(field -> !field.value().isBlank())
        .toList();
  }

  /** The picture's own units. */
  public String viewBox() {
    return "0 0 " + WIDTH + " " + HEIGHT;
  }
}
