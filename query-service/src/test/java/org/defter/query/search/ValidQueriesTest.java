package org.defter.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.defter.core.edtf.Edtf;
import org.defter.query.GeneratedDates;
import org.defter.query.search.Criteria.ValidFilter;
import org.defter.query.search.Criteria.ValidMode;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.projection.ValidTimes;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What is asked of Elasticsearch about a date is what the date itself answers. */
class ValidQueriesTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300})
  void findsADateWhenTheDateItselfSaysSo(long seed) {
    GeneratedDates dates = new GeneratedDates(seed);
    Map<ValidMode, Integer> found = new EnumMap<>(ValidMode.class);
    for (int turn = 0; turn < 20_000; turn++) {
      Edtf date = dates.next();
      JsonNode fields = DocumentJson.mapper().valueToTree(ValidTimes.fields(date));
      LocalDate one = turn % 7 == 0 ? null : dates.day();
      LocalDate other = turn % 5 == 0 ? null : dates.day();
      boolean swapped = one != null && other != null && one.isAfter(other);
      LocalDate from = swapped ? other : one;
      LocalDate to = swapped ? one : other;
      for (ValidMode mode : ValidMode.values()) {
        ValidFilter asked = new ValidFilter(from, to, mode);
        boolean expected = answer(date, asked);
        assertThat(matches(query(asked), fields))
            .as("%s in %s", date.text(), asked)
            .isEqualTo(expected);
        found.merge(mode, expected ? 1 : 0, Integer::sum);
      }
    }
    assertThat(found.values()).allSatisfy(count -> assertThat(count).isBetween(1_000, 19_000));
  }

  private static boolean answer(Edtf date, ValidFilter asked) {
    return switch (asked.mode()) {
      case POSSIBLY -> date.possiblyOverlaps(asked.from(), asked.to());
      case CERTAINLY -> date.certainlyOverlaps(asked.from(), asked.to());
      case POSSIBLY_WITHIN -> date.possiblyWithin(asked.from(), asked.to());
      case CERTAINLY_WITHIN -> date.certainlyWithin(asked.from(), asked.to());
    };
  }

  private static JsonNode query(ValidFilter asked) {
    String text = ValidQueries.of(asked).toString();
    return DocumentJson.mapper().readTree(text.substring(text.indexOf('{')));
  }

  /** What Elasticsearch's manual says of these queries. */
  private static boolean matches(JsonNode query, JsonNode fields) {
    if (query.has("bool")) {
      JsonNode bool = query.path("bool");
      return bool.path("filter").valueStream().allMatch(part -> matches(part, fields))
          && (!bool.has("should")
              || bool.path("should").valueStream().anyMatch(part -> matches(part, fields)));
    }
    if (query.has("exists")) {
      return fields.has(name(query.path("exists").path("field").asString()));
    }
    Map.Entry<String, JsonNode> range = query.required("range").properties().iterator().next();
    JsonNode value = fields.path(name(range.getKey()));
    JsonNode bounds = range.getValue();
    if (!bounds.has("relation")) {
      return value.isString() && contains(bounds, value.asString(), value.asString());
    }
    Predicate<JsonNode> related =
        bounds.path("relation").asString().equals("within")
            ? days -> contains(bounds, text(days, "gte"), text(days, "lte"))
            : days ->
                notAfter(text(bounds, "gte"), text(days, "lte"))
                    && notAfter(text(days, "gte"), text(bounds, "lte"));
    return (value.isArray() ? value.valueStream().toList() : List.<JsonNode>of())
        .stream().anyMatch(related);
  }

  private static boolean contains(JsonNode bounds, @Nullable String first, @Nullable String last) {
    String gte = text(bounds, "gte");
    String lte = text(bounds, "lte");
    return (gte == null || (first != null && notAfter(gte, first)))
        && (lte == null || (last != null && notAfter(last, lte)));
  }

  private static boolean notAfter(@Nullable String one, @Nullable String other) {
    return one == null || other == null || !LocalDate.parse(one).isAfter(LocalDate.parse(other));
  }

  private static @Nullable String text(JsonNode json, String field) {
    return json.path(field).isString() ? json.path(field).asString() : null;
  }

  private static String name(String field) {
    return field.substring("valid.".length());
  }
}
