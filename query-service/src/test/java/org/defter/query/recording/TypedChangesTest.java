package org.defter.query.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defter.query.decision.Form;
import org.defter.query.request.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

class TypedChangesTest {

  @ParameterizedTest
  @CsvSource({"leave, LEAVE", "replace, REPLACE", "take-away, TAKE_AWAY", "'', LEAVE", "x, LEAVE"})
  void sayWhatBecomesOfDatesAndCircumstances(String word, Handling handling) {
    TypedChanges typed =
        TypedChanges.of(form(Map.of("whenHow", word, "qualifiersHow", word)), "lamps");

    assertThat(typed.when()).isEqualTo(handling);
    assertThat(typed.qualifiers()).isEqualTo(handling);
    assertThat(TypedChanges.of(form(Map.of()), "").when()).isEqualTo(Handling.LEAVE);
  }

  @Test
  void haveTheRowsOfCircumstances() {
    Form form = form(Map.of("qualifier-0-property", "at", "qualifier-0-value", "Baku"));

    assertThat(TypedChanges.of(form, "lamps").to().qualifiers())
        .containsExactly(new TypedQualifier("at", "Baku", ""));
  }

  @Test
  void takeAwayWhatBecomesNullAndReplaceAllByNone() {
    Map<String, JsonNode> changes = new LinkedHashMap<>();
    changes.put("qualifiers", Correction.json(List.of()));
    changes.put("valid", Correction.json(null));
    ReadChanges read = new ReadChanges(changes, null, new Mistakes(List.of()));

    assertThat(read.command(Map.of("type", "policy")))
        .asString()
        .isEqualTo(
            "{\"changes\":{\"qualifiers\":[],\"valid\":null},\"reason\":{\"type\":\"policy\"}}");
  }

  private static Form form(Map<String, String> fields) {
    return new Form("/", new Parameters(MultiValueMap.fromSingleValue(fields)));
  }
}
