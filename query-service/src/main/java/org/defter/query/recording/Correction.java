package org.defter.query.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import org.defter.core.event.ArchiveJson;
import org.defter.core.fact.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a correction changes, as the command takes it. */
public final class Correction {

  private Correction() {}

  /**
   * The changes, in the order of the statement.
   *
   * @param read what the form says as it is understood
   * @param merged which of its fields change
   */
  public static Map<String, JsonNode> changes(Statement read, Merged merged) {
    Map<String, JsonNode> changes = new LinkedHashMap<>();
    if (merged.changes("subject")) {
      changes.put("subject", json(read.subject()));
    }
    if (merged.changes("property")) {
      changes.put("property", json(read.property()));
    }
    if (merged.changes("value") || merged.changes("language")) {
      changes.put("value", json(read.value()));
    }
    if (merged.changes("qualifiers")) {
      changes.put("qualifiers", json(read.qualifiers()));
    }
    if (merged.changes("when")) {
      changes.put("valid", json(read.valid()));
    }
    if (merged.changes("certainty")) {
      changes.put("certainty", json(read.certainty()));
    }
    return changes;
  }

  /** A value as a tree says of which type it is, which it would not as one of several objects. */
  static JsonNode json(@Nullable Object value) {
    return ArchiveJson.mapper().valueToTree(value);
  }
}
