package org.defter.core.edtf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Every feature of the specification, as a table that can be read without reading Java. */
class EdtfTableTest {

  @ParameterizedTest
  @CsvFileSource(resources = "/edtf/valid.csv", delimiter = ';', useHeadersInDisplayName = true)
  void readsTheDaysAndMarks(String text, String earliest, String latest, String marks) {
    Edtf edtf = Edtf.parse(text);

    assertThat(edtf.text()).isEqualTo(text);
    assertThat(shown(edtf.earliest())).as("earliest").isEqualTo(earliest);
    assertThat(shown(edtf.latest())).as("latest").isEqualTo(latest);
    assertThat(marksOf(edtf)).as("marks").isEqualTo(marks);
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/edtf/invalid.csv", delimiter = ';', useHeadersInDisplayName = true)
  void refusesAndSaysWhatToWrite(String text, String words, int character) {
    EdtfException refusal = catchThrowableOfType(EdtfException.class, () -> Edtf.parse(text));

    assertThat(refusal).as("a refusal of '%s'", text).isNotNull();
    assertThat(refusal).hasMessageContaining(words);
    assertThat(refusal).hasMessageContaining("(character " + character + ")");
    assertThat(refusal.position()).isEqualTo(character - 1);
  }

  private static String shown(@Nullable Object day) {
    return day == null ? "-" : day.toString();
  }

  private static String marksOf(Edtf edtf) {
    String marks =
        (edtf.uncertain() ? "U" : "")
            + (edtf.approximate() ? "A" : "")
            + (edtf.unspecified() ? "X" : "");
    return marks.isEmpty() ? "-" : marks;
  }
}
