package org.defter.localstack.command;

import java.io.PrintWriter;
import tools.jackson.databind.JsonNode;

/**
 * Prints what became of an import, and says it as an exit code.
 *
 * @param report as the service gives it
 */
record ImportSummary(JsonNode report) {

  /** Every row is in. */
  static final int ALL_IN = 0;

  /** Some rows were refused, the others are in. */
  static final int SOME_REFUSED = 1;

  /** No row is in, or the import broke off. */
  static final int NOTHING_DONE = 2;

  int exitCode() {
    boolean failed = !report.path("state").asString("").equals("finished");
    boolean anyIn =
        count("facts") + count("citations") + count("corrections") + count("unchanged") > 0;
    if (failed || (count("errors") > 0 && !anyIn)) {
      return NOTHING_DONE;
    }
    return count("errors") > 0 ? SOME_REFUSED : ALL_IN;
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
    if (report.hasNonNull("why")) {
      out.println("the import failed: " + report.path("why").asString(""));
    }
    if (report.path("dryRun").asBoolean(false)) {
      out.println("dry run: nothing was stored; this is what would be");
    }
    out.printf("rows                 %,10d%n", report.path("rows").path("total").asLong(0));
    line(out, "facts", "facts");
    line(out, "citations", "citations");
    line(out, "corrections", "corrections");
    line(out, "unchanged", "unchanged");
    line(out, "errors", "errors");
    line(out, "possible duplicates", "possibleDuplicates");
    line(out, "warnings", "warnings");
    line(out, "new subjects", "subjects");
    line(out, "new properties", "properties");
    details(out);
    out.flush();
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
          "error: %s line %d%s%s: %s%n",
          problem.path("file").asString(""),
          problem.path("line").asLong(0),
          before(", column ", problem.path("column")),
          before(", ", problem.path("row")),
          problem.path("reason").asString(""));
    }
    further(out, "problems", "errors");
    for (JsonNode duplicate : report.path("possibleDuplicates")) {
      out.printf(
          "possible duplicate: line %d, fact %s of %s%n",
          duplicate.path("line").asLong(0),
          duplicate.path("fact").asString(""),
          duplicate.path("of").asString(""));
    }
    further(out, "possibleDuplicates", "possibleDuplicates");
    for (JsonNode warning : report.path("warnings")) {
      out.printf(
          "warning: line %d%s: %s%n",
          warning.path("line").asLong(0),
          before(", ", warning.path("row")),
          warning.path("text").asString(""));
    }
    further(out, "warnings", "warnings");
  }

  private static String before(String separator, JsonNode text) {
    String given = text.asString("");
    return given.isEmpty() ? "" : separator + given;
  }

  private void further(PrintWriter out, String list, String counted) {
    long left = count(counted) - report.path(list).size();
    if (left > 0) {
      out.printf(
          "... and %,d more%s%n",
          left,
          list.equals("problems")
              ? ": GET /api/v1/imports/" + report.path("id").asString("") + "/problems"
              : "");
    }
  }
}
