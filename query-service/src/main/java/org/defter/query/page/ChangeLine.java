package org.defter.query.page;

import java.util.stream.Collectors;
import org.defter.core.event.FieldChange;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A change of one field as it is shown.
 *
 * @param field the field
 * @param before null where there was nothing
 * @param after null where there is nothing any more
 */
public record ChangeLine(String field, @Nullable String before, @Nullable String after) {

  static ChangeLine of(FieldChange change) {
    return new ChangeLine(change.field(), words(change.before()), words(change.after()));
  }

  /** A value of the statement in words; null for nothing. */
  static @Nullable String words(@Nullable JsonNode json) {
    return json == null ? null : readable(json);
  }

  private static String readable(JsonNode json) {
    if (json.isArray()) {
      return json.valueStream().map(ChangeLine::readable).collect(Collectors.joining("; "));
    }
    if (json.has("passage")) {
      JsonNode passage = json.path("passage");
      return "«%s» (%s, ¶ %s)"
          .formatted(
              passage.path("exact").asString(""),
              json.path("source").asString(""),
              passage.path("paragraph").asString(""));
    }
    if (json.has("property")) {
      return json.path("property").asString("") + ": " + readable(json.path("value"));
    }
    if (json.isObject()) {
      return json.propertyStream()
          .filter(field -> !field.getKey().equals("type") && !field.getKey().equals("language"))
          .map(field -> field.getValue().asString(""))
          .collect(Collectors.joining(" "));
    }
    return json.asString("");
  }
}
