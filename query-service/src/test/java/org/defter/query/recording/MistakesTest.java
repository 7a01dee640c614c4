package org.defter.query.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MistakesTest {

  @ParameterizedTest
  @CsvSource({
    "citations[0].quote, exact",
    "valid, when",
    "changes.value, value",
    "changes.valid, when",
    "reason.type, reasonType",
    "names[0].language, newName",
    "kind, newKind",
    "certainty, certainty"
  })
  void areSaidBesideTheFieldThatTheArchiveRefused(String ofCommand, String ofForm) {
    assertThat(new Mistakes(List.of()).refused(ofCommand, "is wrong").of(ofForm))
        .extracting(Mistake::about)
        .containsExactly("is wrong");
  }
}
