package org.defter.query.page;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A batch as it is shown.
 *
 * @param kind as in the keys of the messages
 * @param state as in the keys of the messages
 * @param why why it ended before its end, and what to do; null unless it did
 * @param source of an import the title of its source; null for others
 * @param reasonType of a mass correction the word for its reason; null for others
 * @param reason the same in somebody's words; null where there are none
 * @param undoOf the batch it takes back; null unless it does
 * @param undoneBy the batch that takes it back; null while there is none
 * @param previewed the preview it carries out; null unless it does
 * @param carriedOutBy the batch that carries out this preview; null while there is none
 * @param total how many rows there are; 0 until they are counted
 * @param done how many of them are done with
 * @param counts what became of those, without what did not happen
 * @param duplicates facts that may be there twice
 */
record BatchLine(
    String id,
    String kind,
    String state,
    boolean dryRun,
    @Nullable String why,
    @Nullable String source,
    @Nullable String reasonType,
    @Nullable String reason,
    @Nullable String undoOf,
    @Nullable String undoneBy,
    @Nullable String previewed,
    @Nullable String carriedOutBy,
    String actor,
    String submitted,
    @Nullable String ended,
    long total,
    long done,
    List<CountLine> counts,
    List<DuplicateLine> duplicates) {

  /** How often something became of a row, or was needed first. */
  record CountLine(String what, long count) {}

  /** A fact recorded, and the one it may be a duplicate of. */
  record DuplicateLine(String fact, String of) {}

  /** Reads the ingest service's BatchReport. */
  static BatchLine of(JsonNode report) {
    JsonNode asked = report.path("asked");
    return new BatchLine(
        report.path("id").asString(),
        report.path("kind").asString(),
        report.path("state").asString(),
        report.path("dryRun").asBoolean(),
        text(report, "/why"),
        text(asked, "/title"),
        text(asked, "/reason/type"),
        text(asked, "/reason/text"),
        text(report, "/undoOf"),
        text(report, "/undoneBy"),
        text(report, "/previewed"),
        text(report, "/carriedOutBy"),
        text(report, "/actor/name") == null
            ? report.at("/actor/id").asString()
            : report.at("/actor/name").asString(),
        report.path("submitted").asString(),
        text(report, "/ended"),
        report.at("/rows/total").asLong(),
        report.at("/rows/done").asLong(),
        report
            .path("counts")
            .propertyStream()
            .filter(count -> count.getValue().asLong() > 0)
            .map(count -> new CountLine(count.getKey(), count.getValue().asLong()))
            .toList(),
        report
            .path("possibleDuplicates")
            .valueStream()
            .map(one -> new DuplicateLine(one.path("fact").asString(), one.path("of").asString()))
            .toList());
  }

  private static @Nullable String text(JsonNode json, String pointer) {
    return json.at(pointer).asStringOpt().orElse(null);
  }

  /** Whether it waits or runs. */
  public boolean active() {
    return state.equals("queued") || state.equals("running");
  }

  /** Whether it can go on where it was left. */
  public boolean resumable() {
    return (state.equals("stopped") || state.equals("interrupted")) && undoneBy == null;
  }

  /** Whether it can be taken back. */
  public boolean undoable() {
    return !dryRun && !active() && undoneBy == null && done > 0;
  }

  /** Whether what it shows can be carried out. */
  public boolean waitsToBeCarriedOut() {
    return dryRun && state.equals("finished") && carriedOutBy == null;
  }
}
