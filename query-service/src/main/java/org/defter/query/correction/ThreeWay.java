package org.defter.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.FieldChange;
import org.defter.core.event.FieldChanges;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One field of a fact as it was when a correction was proposed, as it is now, and as proposed, in
 * the JSON of the statement; null where there is nothing.
 *
 * @param field as in {@link FieldChange}; {@code cite[n]} for a citation that shall be added
 * @param conflict whether it was changed since, to something else than what is proposed
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ThreeWay(
    String field,
    @Nullable JsonNode base,
    @Nullable JsonNode now,
    @Nullable JsonNode proposed,
    boolean conflict) {

  /**
   * Compares three statements.
   *
   * @return the fields that are not the same in all three: first those that shall change
   */
  static List<ThreeWay> of(Statement base, Statement now, Statement proposed) {
    Map<String, FieldChange> since = new LinkedHashMap<>();
    differences(base, now).forEach(change -> since.put(change.field(), change));
    List<ThreeWay> fields = new ArrayList<>();
    for (FieldChange wanted : differences(base, proposed)) {
      if (!wanted.field().startsWith("citations[")) {
        FieldChange other = since.remove(wanted.field());
        fields.add(compared(wanted, other == null ? wanted.before() : other.after()));
      }
    }
    fields.addAll(furtherCitations(base, now, proposed));
    since.values().forEach(change -> fields.add(untouched(change)));
    return List.copyOf(fields);
  }

  private static ThreeWay compared(FieldChange wanted, @Nullable JsonNode now) {
    boolean conflict =
        !Objects.equals(now, wanted.before()) && !Objects.equals(now, wanted.after());
    return new ThreeWay(wanted.field(), wanted.before(), now, wanted.after(), conflict);
  }

  private static ThreeWay untouched(FieldChange since) {
    return new ThreeWay(since.field(), since.before(), since.after(), since.before(), false);
  }

  /** Citations never conflict: those of both sides are kept. */
  private static List<ThreeWay> furtherCitations(
      Statement base, Statement now, Statement proposed) {
    List<ThreeWay> further = new ArrayList<>();
    for (Citation citation : proposed.citations()) {
      if (base.citations().stream().noneMatch(citation::pointsAtSameWordsAs)) {
        JsonNode same =
            now.citations().stream()
                .filter(citation::pointsAtSameWordsAs)
                .findFirst()
                .map(ThreeWay::json)
                .orElse(null);
        further.add(
            new ThreeWay("cite[" + further.size() + "]", null, same, json(citation), false));
      }
    }
    return further;
  }

  private static List<FieldChange> differences(Statement from, Statement to) {
    return FieldChanges.between(from, Standing.ACCEPTED, to, Standing.ACCEPTED);
  }

  private static JsonNode json(Citation citation) {
    return ArchiveJson.mapper().valueToTree(citation);
  }
}
