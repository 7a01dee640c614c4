package org.defter.query.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.defter.core.event.ArchiveJson;
import org.defter.core.subject.SubjectKind;
import org.defter.query.decision.Form;
import org.defter.query.request.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.util.MultiValueMap;

class TypedSubjectTest {

  private static final TypedSubject TYPED =
      TypedSubject.of(
          new Form(
              "/sources/essay/record",
              new Parameters(
                  MultiValueMap.fromSingleValue(
                      Map.of(
                          "newName", " Qurultay ",
                          "newLanguage", "az",
                          "newKind", "event",
                          "offered", "")))));

  @Test
  void isRegisteredUnderTheNameInItsLanguage() {
    assertThat(ArchiveJson.mapper().writeValueAsString(TYPED.body()))
        .isEqualTo("{\"kind\":\"event\",\"names\":[{\"text\":\"Qurultay\",\"language\":\"az\"}]}");
  }

  @Test
  void keepsTheNameThatSomebodyTyped() {
    assertThat(TYPED.called("Congress")).isEqualTo(TYPED);
  }

  @Test
  void takesTheNewestNameByWhichNothingWasFound() {
    TypedSubject offered = TypedSubject.empty("ru").called("Congr");

    assertThat(offered.name()).isEqualTo("Congr");
    assertThat(offered.called("Congress").name()).isEqualTo("Congress");
    assertThat(offered.called("")).isEqualTo(TypedSubject.empty("ru"));
  }

  @Test
  void canBeOfEveryKindTheArchiveKnows() {
    assertThat(TypedSubject.KINDS).hasSameSizeAs(SubjectKind.values()).startsWith("undetermined");
    for (String kind : TypedSubject.KINDS) {
      assertThat(ArchiveJson.mapper().convertValue(kind, SubjectKind.class)).isNotNull();
    }
  }
}
