package org.defter.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.source.Quote;
import org.defter.core.subject.SubjectCommand.RegisterSubject;
import org.defter.core.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;

/** Nothing is guessed: JSON that is not exactly of the shape asked for is refused. */
class ArchiveJsonStrictnessTest {

  private static final String DRAFT =
      """
      {"subject":"a","property":"b","value":{"type":"boolean","value":true},"uncitedReason":"c"}\
      """;

  @Test
  void takesTheDraftTheOthersAreMadeFrom() {
    assertThat(read(Draft.class, DRAFT).value()).isEqualTo(new Value.Truth(true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject  | \"subject\":\"a\",",
        "property | \"property\":\"b\",",
        "value    | ,\"value\":true",
        "value    | \"value\":{\"type\":\"boolean\",\"value\":true},",
      })
  void namesAFieldThatIsMissing(String field, String part) {
    refuses(
        Draft.class,
        DRAFT.replace(part, ""),
        "Missing required creator property '%s'".formatted(field));
  }

  @ParameterizedTest
  @CsvSource({"\"a\", subject", "\"b\", property", "true, value"})
  void namesAFieldThatIsNull(String given, String field) {
    refuses(Draft.class, DRAFT.replace(given, "null"), field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"c\",\"note\":1", "\"c\",\"Valid\":null", "\"c\",\"\":1"})
  void refusesAFieldThatIsUnknown(String tail) {
    refuses(Draft.class, DRAFT.replace("\"c\"", tail), "Unrecognized property");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"subject\":\"a\" | \"subject\":\"a\",\"subject\":\"a\"",
        "\"type\":\"boolean\" | \"type\":\"boolean\",\"type\":\"boolean\"",
        "\"value\":true | \"value\":true,\"value\":false",
      })
  void refusesAFieldThatIsGivenTwice(String once, String twice) {
    refuses(Draft.class, DRAFT.replace(once, twice), "Duplicate");
  }

  @ParameterizedTest
  @ValueSource(strings = {"}", "{}", " 1", ",", "null"})
  void refusesWhatFollowsTheEnd(String tail) {
    assertThatThrownBy(() -> read(Draft.class, DRAFT + tail)).isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "{", "[]", "1", "\"a\"", "true", "{'subject':'a'}", "// a\n{}"})
  void refusesWhatIsNoObject(String json) {
    assertThatThrownBy(() -> read(Draft.class, json)).isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"a\" | 5",
        "\"a\" | true",
        "\"a\" | 1.5",
        "\"a\" | [\"a\"]",
        "\"a\" | {\"value\":\"a\"}",
        "\"c\" | 5",
        "\"c\" | false",
        "true  | \"true\"",
        "true  | 1",
        "true  | 0.0",
        "true  | \"\"",
        "true  | []",
        "\"c\" | \"c\",\"certainty\":0",
        "\"c\" | \"c\",\"certainty\":\"0\"",
        "\"c\" | \"c\",\"certainty\":\"CERTAIN\"",
        "\"c\" | \"c\",\"certainty\":\"\"",
        "\"c\" | \"c\",\"valid\":1887",
        "\"c\" | \"c\",\"valid\":true",
        "\"c\" | \"c\",\"valid\":\"\"",
        "\"c\" | \"c\",\"valid\":[\"1887\"]",
        "\"c\" | \"c\",\"qualifiers\":{}",
        "\"c\" | \"c\",\"qualifiers\":\"\"",
        "\"c\" | \"c\",\"qualifiers\":[null]",
        "\"c\" | \"c\",\"citations\":[[]]",
      })
  void turnsNothingIntoAnotherType(String right, String wrong) {
    assertThatThrownBy(() -> read(Draft.class, DRAFT.replace(right, wrong)))
        .isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"text\",\"text\":5,\"language\":\"en\"}",
        "{\"type\":\"text\",\"text\":\"a\",\"language\":5}",
        "{\"type\":\"date\",\"edtf\":1887}",
        "{\"type\":\"quantity\",\"amount\":57}",
        "{\"type\":\"quantity\",\"amount\":\"57\",\"approximate\":\"true\"}",
        "{\"type\":\"quantity\",\"amount\":\"57\",\"approximate\":1}",
        "{\"type\":\"point\",\"latitude\":\"1\",\"longitude\":2}",
        "{\"type\":\"point\",\"latitude\":\"NaN\",\"longitude\":2}",
        "{\"type\":\"point\",\"latitude\":1e999,\"longitude\":2}",
        "{\"type\":\"point\",\"latitude\":true,\"longitude\":2}",
        "{\"type\":\"point\",\"latitude\":1}",
        "{\"type\":\"point\",\"latitude\":null,\"longitude\":2}",
        "{\"type\":\"boolean\",\"value\":null}",
        "{\"type\":\"boolean\"}",
        "{\"type\":\"Text\",\"text\":\"a\",\"language\":\"en\"}",
        "{\"type\":5,\"text\":\"a\",\"language\":\"en\"}",
        "{\"type\":null,\"text\":\"a\",\"language\":\"en\"}",
        "{\"text\":\"a\",\"language\":\"en\"}",
        "{\"type\":\"org.defter.core.value.Value$Text\",\"text\":\"a\",\"language\":\"en\"}",
        "\"a\"",
        "[\"text\",{}]",
      })
  void refusesAValueOfAnotherShape(String json) {
    assertThatThrownBy(() -> read(Value.class, json)).isInstanceOf(JacksonException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"1\"", "1.5", "1.0", "true", "99999999999", "[1]", "\"\""})
  void refusesACountOfAnotherType(String paragraph) {
    refuses(Quote.class, "{\"exact\":\"a\",\"paragraph\":" + paragraph + "}", "paragraph");
  }

  @Test
  void refusesNothingAmongTheMembersOfAList() {
    refuses(
        RegisterSubject.class,
        "{\"id\":\"a\",\"kind\":\"person\",\"names\":[null],\"identifiers\":[]}",
        "names");
    refuses(Changes.class, "{\"qualifiers\":[null]}", "qualifiers");
  }

  @Test
  void takesWhatIsFalseWhenItIsLeftOutInFull() {
    String definition =
        "{\"labels\":[{\"text\":\"lit\",\"language\":\"en\"}],\"datatype\":\"date\"%s}";

    assertThat(read(PropertyDefinition.class, definition.formatted("")).singleValued()).isFalse();
    assertThat(
            read(PropertyDefinition.class, definition.formatted(",\"singleValued\":true"))
                .singleValued())
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[ | ]", "{\"value\": | }", "{\"a\": | }"})
  void refusesTenThousandLevels(String open, String close) {
    String deep = open.repeat(10_000) + "1" + close.repeat(10_000);

    assertThatThrownBy(() -> read(Draft.class, deep)).isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> read(Draft.class, DRAFT.replace("true", deep)))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> ArchiveJson.mapper().readTree(deep))
        .isInstanceOf(JacksonException.class);
  }

  private static <T> T read(Class<T> type, String json) {
    return ArchiveJson.mapper().readValue(json, type);
  }

  private static void refuses(Class<?> type, String json, String words) {
    assertThatThrownBy(() -> read(type, json))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining(words);
  }
}
