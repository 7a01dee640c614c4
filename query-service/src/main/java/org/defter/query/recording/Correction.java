package org.defter.query.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import org.defter.core.fact.Statement;
import org.jspecify.annotations.Nullable;

/** What a correction changes, as the command takes it. */
public final class Correction {

  private Correction() {}

  /**
   * The changes, in the order of the statement.
   *
   * @param read what the form says as it is understood
   * @param merged which of its fields change
   */
  public static Map<String, @Nullable Object> changes(Statement read, Merged merged) {
    Map<String, @Nullable Object> changes = new LinkedHashMap<>();
    if (merged.changes("subject")) {
      changes.put("subject", read.subject());
    }
    if (merged.changes("property")) {
      changes.put("property", read.property());
    }
    if (merged.changes("value") || merged.changes("language")) {
      changes.put("value", read.value());
    }
    if (merged.changes("valid")) {
      changes.put("valid", read.valid());
    }
    if (merged.changes("certainty")) {
      changes.put("certainty", read.certainty());
    }
    return changes;
  }
}
