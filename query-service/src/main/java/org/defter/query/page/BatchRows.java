package org.defter.query.page;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.event.FieldChange;
import org.defter.core.id.ArchiveId;
import org.defter.query.date.DateWords;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.label.Labels;
import org.defter.query.page.ChangesPage.Thing;
import org.defter.query.page.Differences.Difference;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Says what became of the rows of a batch. */
@Component
final class BatchRows {

  private final ReadModel readModel;
  private final LabelFinder labels;
  private final Differences differences;

  BatchRows(ReadModel readModel, LabelFinder labels, Differences differences) {
    this.readModel = readModel;
    this.labels = labels;
    this.differences = differences;
  }

  /**
   * A row as it is shown.
   *
   * @param line of the file; 0 where it stands in none
   * @param label what the row calls itself; null when it does not
   * @param result as in the keys of the messages
   * @param thing what it is about; null where that is not known
   * @param statement what the fact says today; null where there is none yet
   * @param field the field or column at fault; null where none is
   * @param detail what is wrong and what to do; or what was done
   * @param warnings what to look at
   * @param changes in a preview, what would change
   */
  record Line(
      long number,
      long line,
      @Nullable String label,
      String result,
      @Nullable Thing thing,
      @Nullable StatementLine statement,
      @Nullable String field,
      @Nullable String detail,
      List<String> warnings,
      List<Difference> changes) {}

  /**
   * Reads some of the ingest service's BatchRows.
   *
   * @param dryRun whether nothing was stored: then what is new has no page
   */
  List<Line> of(List<JsonNode> rows, boolean dryRun, List<Locale> readers) {
    List<String> facts =
        rows.stream()
            .map(row -> row.path("about").asString(""))
            .filter(about -> about.startsWith("fact/"))
            .map(about -> about.substring("fact/".length()))
            .toList();
    Map<String, FactDocument> known =
        readModel.getAll(Index.FACTS, facts, List.of(), null, FactDocument.class);
    Stream<ArchiveId> named =
        Stream.concat(
            known.values().stream()
                .map(fact -> Mentions.in(fact.statement()))
                .flatMap(Collection::stream),
            rows.stream()
                .map(row -> row.path("about").asString("").split("/", 2))
                .filter(about -> about.length == 2)
                .map(about -> Thing.named(about[0], about[1]))
                .filter(Objects::nonNull));
    Labels called = labels.of(named.distinct().toList(), readers);
    Differences.Saying saying =
        differences.of(rows.stream().flatMap(row -> changes(row).stream()), readers);
    DateWords words = DateWords.in(readers);
    return rows.stream().map(row -> line(row, dryRun, known, called, saying, words)).toList();
  }

  private static Line line(
      JsonNode row,
      boolean dryRun,
      Map<String, FactDocument> known,
      Labels labels,
      Differences.Saying saying,
      DateWords words) {
    String about = text(row, "about");
    FactDocument fact = about == null ? null : known.get(about.substring(about.indexOf('/') + 1));
    boolean isNew = dryRun && row.path("versionBefore").asLong(0) == 0 && fact == null;
    return new Line(
        row.path("number").asLong(),
        row.path("line").asLong(),
        text(row, "label"),
        row.path("result").asString(),
        about == null || isNew ? null : Thing.of(about, labels),
        fact == null ? null : StatementLine.of(fact.statement(), labels, words),
        text(row, "field"),
        text(row, "detail"),
        row.path("warnings").valueStream().map(JsonNode::asString).toList(),
        saying.all(changes(row)));
  }

  private static @Nullable String text(JsonNode row, String field) {
    return row.path(field).asStringOpt().orElse(null);
  }

  private static List<FieldChange> changes(JsonNode row) {
    return row.path("changes")
        .valueStream()
        .map(change ->
            new FieldChange(
                change.path("field").asString(), said(change, "before"), said(change, "after")))
        .toList();
  }

  /** Null where the field said, or says, nothing. */
  private static @Nullable JsonNode said(JsonNode change, String when) {
    return change.hasNonNull(when) ? change.path(when) : null;
  }
}
