package org.defter.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One line of the table: what the archive did and what the raw server did, in each round.
 *
 * @param what is measured
 * @param unit of both numbers
 * @param aim what the ratio is to be, in words; empty where none was set
 */
record Figure(String what, String unit, String aim, List<Round> rounds) {

  /**
   * One round.
   *
   * @param raw not a number where there is nothing raw to compare with
   */
  record Round(double archive, double raw) {
    double ratio() {
      return archive / raw;
    }
  }

  Figure(String what, String unit, String aim) {
    this(what, unit, aim, new ArrayList<>());
  }

  void add(double archive, double raw) {
    rounds.add(new Round(archive, raw));
  }

  void add(double archive) {
    rounds.add(new Round(archive, Double.NaN));
  }

  /** The line in Markdown: medians, and the lowest and highest ratio of a round. */
  String row() {
    double[] ratios = rounds.stream().mapToDouble(Round::ratio).sorted().toArray();
    boolean comparable = ratios.length > 0 && !Double.isNaN(ratios[0]);
    return "| %s | %s | %s | %s | %s | %s | %s |"
        .formatted(
            what,
            unit,
            number(median(rounds.stream().mapToDouble(Round::archive).toArray())),
            comparable ? number(median(rounds.stream().mapToDouble(Round::raw).toArray())) : "",
            comparable ? "**" + number(median(ratios)) + "**" : "",
            comparable ? number(ratios[0]) + " – " + number(ratios[ratios.length - 1]) : "",
            aim);
  }

  static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static String number(double value) {
    return value >= 100
        ? String.format(Locale.ROOT, "%,.0f", value)
        : value >= 10
            ? String.format(Locale.ROOT, "%.1f", value)
            : String.format(Locale.ROOT, "%.2f", value);
  }
}
