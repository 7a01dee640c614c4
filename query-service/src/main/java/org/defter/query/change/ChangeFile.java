package org.defter.query.change;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.event.FieldChange;
import org.defter.query.request.Parameters;
import org.defter.query.result.Csv;
import org.defter.readmodel.document.DocumentJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The form of a file with a part of the audit trail. */
enum ChangeFile {
  /** RFC 4180. Further columns may come after these, but none is renamed, moved or taken away. */
  CSV("text/csv;charset=UTF-8;header=present", "changes.csv") {
    @Override
    String head() {
      return Csv.line(COLUMNS);
    }

    @Override
    String line(Change change) {
      return Csv.line(cells(change).map(cell -> Objects.toString(cell, "")).toList());
    }
  },

  /** One JSON object to a line, as on a page. */
  JSON_LINES("application/x-ndjson", "changes.jsonl") {
    @Override
    String head() {
      return "";
    }

    @Override
    String line(Change change) {
      return JSON.writeValueAsString(change) + "\n";
    }
  };

  private static final JsonMapper JSON = DocumentJson.mapper();
  private static final Map<String, ChangeFile> BY_NAME = Map.of("csv", CSV, "jsonl", JSON_LINES);
  private static final List<String> COLUMNS =
      List.of(
          "record_time",
          "type",
          "aggregate",
          "version",
          "actor",
          "actor_name",
          "actor_role",
          "on_behalf_of",
          "reason_type",
          "reason",
          "changes",
          "event_id",
          "position");

  private final String mediaType;
  private final String fileName;

  ChangeFile(String mediaType, String fileName) {
    this.mediaType = mediaType;
    this.fileName = fileName;
  }

  /** Which is asked for; null for a page of JSON. */
  static @Nullable ChangeFile wanted(Parameters given) {
    String name = given.text("format");
    return name == null || "json".equals(name) ? null : given.choice("format", BY_NAME, CSV);
  }

  /** Sends everything that is asked for, page by page: a file that ended properly is complete. */
  void send(Changes changes, ChangeRequest asked, HttpServletResponse response) throws IOException {
    response.setContentType(mediaType);
    response.setCharacterEncoding("UTF-8");
    response.setHeader("Content-Disposition", "attachment; filename=\"%s\"".formatted(fileName));
    Writer writer = response.getWriter();
    writer.write(head());
    ChangeRequest rest = asked;
    while (rest != null) {
      Change.Page page = changes.page(rest);
      for (Change change : page.changes()) {
        writer.write(line(change));
      }
      rest = page.next() == null ? null : asked.from(page.next());
    }
    writer.flush();
  }

  private static Stream<@Nullable Object> cells(Change change) {
    List<FieldChange> changed = change.changes();
    return Stream.of(
        change.recordTime(),
        change.type(),
        change.aggregate(),
        change.version(),
        change.actor().id(),
        change.actor().name(),
        change.actor().role(),
        change.onBehalfOf() == null ? null : change.onBehalfOf().id(),
        change.reason() == null ? null : change.reason().type().word(),
        change.reason() == null ? null : change.reason().text(),
        changed.isEmpty() ? null : JSON.writeValueAsString(changed),
        change.eventId(),
        change.position());
  }

  /** What stands before all changes. */
  abstract String head();

  /** A change, with its line break. */
  abstract String line(Change change);
}
