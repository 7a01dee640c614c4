package org.defter.query.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.defter.core.value.InvalidValue;
import org.defter.query.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

  private static final Cursor CURSOR =
      new Cursor(
          "4f2a",
          "46ToAwMDaWR5",
          List.of(
              FieldValue.of(1.25),
              FieldValue.of(Long.MAX_VALUE),
              FieldValue.of("S012"),
              FieldValue.NULL));

  @Test
  void survivesTheJourneyToTheReaderAndBack() {
    Cursor back = Cursor.parse(CURSOR.token(), "4f2a");

    assertThat(back.pointInTime()).isEqualTo("46ToAwMDaWR5");
    assertThat(back.after().stream().map(FieldValue::_get))
        .containsExactly(1.25, Long.MAX_VALUE, "S012", null);
  }

  @Test
  void canHaveNoPointInTimeYet() {
    Cursor first = new Cursor("4f2a", null, List.of(FieldValue.of("S012")));

    assertThat(Cursor.parse(first.token(), "4f2a").pointInTime()).isNull();
  }

  @Test
  void isSafeInAUrl() {
    assertThat(CURSOR.token()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void isRefusedForAnotherQuestion() {
    assertThatThrownBy(() -> Cursor.parse(CURSOR.token(), "0000"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().field()).isEqualTo("cursor"))
        .isNotInstanceOf(InvalidValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"%%%", "", "null", "[]", "[1,2,3]", "{\"a\":1}", "[\"4f2a\"", "[\"4f2a\"]"})
  void isRefusedWhenItIsNotOne(String content) {
    String token =
        content.startsWith("%")
            ? content
            : Base64.getUrlEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Cursor.parse(token, "4f2a")).isInstanceOf(ProblemException.class);
  }
}
