package org.defter.core.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What changed in a fact from one version to another, field by field. */
public final class FieldChanges {

  private static final JsonMapper JSON = ArchiveJson.mapper();

  private final List<FieldChange> changes = new ArrayList<>();

  private FieldChanges() {}

  /**
   * Compares two versions of a fact.
   *
   * @return the fields that differ, in the order of the statement, the standing last; empty when
   *     nothing differs
   */
  public static List<FieldChange> between(
      Statement before, Standing standingBefore, Statement after, Standing standingAfter) {
    FieldChanges found = new FieldChanges();
    found.compare("subject", before.subject(), after.subject());
    found.compare("property", before.property(), after.property());
    found.compare("value", before.value(), after.value());
    found.compare("qualifiers", emptyAsNull(before.qualifiers()), emptyAsNull(after.qualifiers()));
    found.compare("valid", before.valid(), after.valid());
    found.compare("certainty", before.certainty(), after.certainty());
    found.compareCitations(before.citations(), after.citations());
    found.compare("uncitedReason", before.uncitedReason(), after.uncitedReason());
    found.compare("standing", standingBefore, standingAfter);
    return List.copyOf(found.changes);
  }

  private void compareCitations(List<Citation> before, List<Citation> after) {
    Map<Integer, @Nullable Citation> removed = byNumber(before);
    Map<Integer, @Nullable Citation> all = new TreeMap<>(removed);
    Map<Integer, @Nullable Citation> now = byNumber(after);
    all.putAll(now);
    for (int number : all.keySet()) {
      compare("citations[" + number + "]", removed.get(number), now.get(number));
    }
  }

  private static Map<Integer, @Nullable Citation> byNumber(List<Citation> citations) {
    Map<Integer, @Nullable Citation> byNumber = new TreeMap<>();
    citations.forEach(citation -> byNumber.put(citation.number(), citation));
    return byNumber;
  }

  private static @Nullable List<?> emptyAsNull(List<?> list) {
    return list.isEmpty() ? null : list;
  }

  private void compare(String field, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(new FieldChange(field, json(before), json(after)));
    }
  }

  private static @Nullable JsonNode json(@Nullable Object value) {
    return value == null ? null : JSON.valueToTree(value);
  }
}
