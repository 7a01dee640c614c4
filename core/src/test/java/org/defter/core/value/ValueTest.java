package org.defter.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValueTest {

  @Test
  void everyKindHasItsDatatype() {
    assertThat(new Value.Text("lamp", LanguageTag.UNDETERMINED).datatype())
        .isEqualTo(Datatype.TEXT);
    assertThat(new Value.SubjectReference(new SubjectId("anna")).datatype())
        .isEqualTo(Datatype.SUBJECT);
    assertThat(new Value.Date(Edtf.parse("1887")).datatype()).isEqualTo(Datatype.DATE);
    assertThat(new Quantity("57", null, false).datatype()).isEqualTo(Datatype.QUANTITY);
    assertThat(new Value.Truth(false).datatype()).isEqualTo(Datatype.BOOLEAN);
    assertThat(new Value.Span("P3Y").datatype()).isEqualTo(Datatype.DURATION);
    assertThat(new Value.Link("urn:isbn:1").datatype()).isEqualTo(Datatype.URI);
    assertThat(new Value.Point(1, 2).datatype()).isEqualTo(Datatype.POINT);
  }

  @Test
  void refusesTextOfSeveralLines() {
    refuses(() -> new Value.Text("a\nb", LanguageTag.UNDETERMINED), "value.text");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"P3Y", "P1Y6M", "P2W", "P1D", "PT2H", "PT0.5S", "P1Y2M3DT4H5M6.7S", "P0D"})
  void takesADuration(String written) {
    assertThat(new Value.Span(written).duration()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "P",
        "PT",
        "P1",
        "1Y",
        "P1H",
        "PT1Y",
        "P1YT",
        "P1M1Y",
        "P-1Y",
        "-P1Y",
        "p1y",
        "P1Y ",
        "P1.5Y",
        "three years"
      })
  void refusesWhatIsNoDuration(String written) {
    refuses(() -> new Value.Span(written), "value.duration");
  }

  @Test
  void refusesADurationWithoutEnd() {
    refuses(() -> new Value.Span("P" + "1".repeat(100) + "Y"), "value.duration");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/page?q=1#x",
        "urn:isbn:9780140449136",
        "mailto:anna@example.org",
        "https://example.org/маяк"
      })
  void takesAnAbsoluteUri(String written) {
    assertThat(new Value.Link(written).uri()).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.org",
        "/page",
        "//example.org/",
        "https:",
        "https://a b",
        "1a:b",
        "http://[",
        "https://example.org/%zz",
        "https://example.org/\n"
      })
  void refusesWhatIsNoAbsoluteUri(String written) {
    refuses(() -> new Value.Link(written), "value.uri");
  }

  @ParameterizedTest
  @CsvSource({"90, 180", "-90, -180", "0, 0", "40.4, 49.9"})
  void takesAPointOnTheEarth(double latitude, double longitude) {
    Value.Point point = new Value.Point(latitude, longitude);

    assertThat(point.latitude()).isEqualTo(latitude);
    assertThat(point.longitude()).isEqualTo(longitude);
  }

  @ParameterizedTest
  @CsvSource({
    "90.01, 0, value.latitude",
    "-91, 0, value.latitude",
    "NaN, 0, value.latitude",
    "-Infinity, 0, value.latitude",
    "0, 180.01, value.longitude",
    "0, -181, value.longitude",
    "0, NaN, value.longitude",
    "0, Infinity, value.longitude",
  })
  void refusesAPointBeyondTheEarth(double latitude, double longitude, String field) {
    refuses(() -> new Value.Point(latitude, longitude), field);
  }

  private static void refuses(ThrowingCallable construction, String field) {
    assertThatThrownBy(construction)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo(field);
              assertThat(refusal.getMessage()).isNotBlank();
            });
  }
}
