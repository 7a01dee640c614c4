package org.defter.localstack.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Prints what became of a batch, and says it as an exit code.
 *
 * @param report as the service gives it
 */
record BatchSummary(JsonNode report) {

  private static final Map<String, List<String>> LINES =
      Map.of(
          "import",
          List.of(
              "facts",
              "citations",
              "corrections",
              "unchanged",
              "errors",
              "possibleDuplicates",
              "warnings",
              "subjects",
              "properties"),
          "correction",
          List.of("corrections", "unchanged", "conflicts", "errors"),
          "undo",
          List.of("undone", "unchanged", "touchedSince", "errors", "kept"));

  /** Every row is carried out. */
  static final int ALL_IN = 0;

  /** Some rows were not carried out, the others are. */
  static final int SOME_REFUSED = 1;

  /** No row was carried out, or the batch broke off. */
  static final int NOTHING_DONE = 2;

  int exitCode() {
    boolean broken = !report.path("state").asString("").equals("finished");
    boolean anyIn =
        count("facts")
                + count("citations")
                + count("corrections")
                + count("unchanged")
                + count("undone")
            > 0;
    if (broken || (left() > 0 && !anyIn)) {
      return NOTHING_DONE;
    }
    return left() > 0 ? SOME_REFUSED : ALL_IN;
  }

  /** The rows that were not carried out. */
  private long left() {
    return count("errors") + count("conflicts") + count("touchedSince");
  }

  /** What became of the rows, in one line. */
  String line() {
    return "%d rows: %d facts, %d citations, %d corrections, %d unchanged, %d errors"
        .formatted(
            report.path("rows").path("total").asLong(0),
            count("facts"),
            count("citations"),
            count("corrections"),
            count("unchanged"),
            count("errors"));
  }

  void print(PrintWriter out) {
    String kind = report.path("kind").asString("import");
    String state = report.path("state").asString("");
    if (report.hasNonNull("why")) {
      out.printf(
          "the %s %s: %s%n",
          kind, state.equals("failed") ? state : "is " + state, report.path("why").asString(""));
    }
    if (report.path("dryRun").asBoolean(false)) {
      out.println("dry run: nothing was stored; this is what would be");
    }
    out.printf("%-20s %s%n", "batch", report.path("id").asString(""));
    out.printf("rows                 %,10d%n", report.path("rows").path("total").asLong(0));
    LINES.getOrDefault(kind, List.of()).forEach(name -> line(out, inWords(name), name));
    details(out);
    out.flush();
  }

  private static String inWords(String count) {
    return switch (count) {
      case "possibleDuplicates" -> "possible duplicates";
      case "subjects" -> "new subjects";
      case "properties" -> "new properties";
      case "touchedSince" -> "touched since";
      case "kept" -> "terms kept";
      default -> count;
    };
  }

  private void line(PrintWriter out, String label, String name) {
    out.printf("%-20s %,10d%n", label, count(name));
  }

  private long count(String name) {
    return report.path("counts").path(name).asLong(0);
  }

  private void details(PrintWriter out) {
    for (JsonNode problem : report.path("problems")) {
      out.printf(
          "error: %sline %d%s%s: %s%n",
          after(problem.path("file"), " "),
          problem.path("line").asLong(0),
          before(", column ", problem.path("column")),
          before(", ", problem.path("row")),
          problem.path("reason").asString(""));
    }
    further(out, "problems", left());
    for (JsonNode duplicate : report.path("possibleDuplicates")) {
      out.printf(
          "possible duplicate: line %d, fact %s of %s%n",
          duplicate.path("line").asLong(0),
          duplicate.path("fact").asString(""),
          duplicate.path("of").asString(""));
    }
    further(out, "possibleDuplicates", count("possibleDuplicates"));
    for (JsonNode warning : report.path("warnings")) {
      out.printf(
          "warning: line %d%s: %s%n",
          warning.path("line").asLong(0),
          before(", ", warning.path("row")),
          warning.path("text").asString(""));
    }
    further(out, "warnings", count("warnings"));
  }

  private static String after(JsonNode text, String separator) {
    String given = text.asString("");
    return given.isEmpty() ? "" : given + separator;
  }

  private static String before(String separator, JsonNode text) {
    String given = text.asString("");
    return given.isEmpty() ? "" : separator + given;
  }

  private void further(PrintWriter out, String list, long counted) {
    long more = counted - report.path(list).size();
    if (more > 0) {
      out.printf(
          "... and %,d more: GET /api/v1/batches/%s/rows%n", more, report.path("id").asString(""));
    }
  }
}
