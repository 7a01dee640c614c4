package org.defter.query.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.defter.core.fact.Qualifier;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Value;
import org.defter.query.decision.Form;
import org.defter.query.label.Labels;
import org.defter.query.request.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

class TypedQualifierTest {

  private static final TypedQualifier NOTHING = new TypedQualifier("", "", "");

  @Test
  void keepsTheNumbersOfRowsThatHaveEmptyOnesBetweenThem() {
    assertThat(rows(Map.of("qualifier-2-property", "at", "qualifier-3-language", "ru")))
        .containsExactly(NOTHING, NOTHING, new TypedQualifier("at", "", ""));
    assertThat(rows(Map.of("qualifier-x-property", "at", "qualifier-100-value", "7"))).isEmpty();
  }

  @Test
  void hasAsManyEmptyRowsAtTheEndAsAreAskedFor() {
    assertThat(rows(Map.of("rows", "2"))).containsExactly(NOTHING, NOTHING);
    assertThat(rows(Map.of("rows", "1", "qualifier-1-value", "7"))).hasSize(2);
    assertThat(rows(Map.of("rows", "1000"))).isEmpty();
    assertThat(rows(Map.of("rows", "99"))).hasSize(99);
  }

  @Test
  void isWrittenAsSomebodyWouldTypeIt() {
    List<Qualifier> qualifiers =
        List.of(
            new Qualifier(new PropertyId("at"), new Value.SubjectReference(new SubjectId("baku"))),
            new Qualifier(new PropertyId("said"), new Value.Text("устав", new LanguageTag("ru"))));
    Labels labels = new Labels(Map.of("subject/baku", "Baku", "property/at", "at"));

    List<TypedQualifier> typed = TypedQualifier.of(qualifiers, labels);

    assertThat(typed)
        .containsExactly(
            new TypedQualifier("at [at]", "Baku [baku]", ""),
            new TypedQualifier("said [said]", "устав", "ru"));
    assertThat(TypedQualifier.written(typed))
        .isEqualTo("at [at]: Baku [baku]; said [said]: устав (ru)");
  }

  private static List<TypedQualifier> rows(Map<String, String> fields) {
    return TypedQualifier.of(new Form("/", new Parameters(MultiValueMap.fromSingleValue(fields))));
  }
}
