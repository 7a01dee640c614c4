package org.defter.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"a", "Ёлка", "əğış", "كتاب", "𐎠𐎡", "e\u0301", "a\u00a0b", "in\u00adter"})
  void takesEveryScript(String text) {
    assertThat(PlainText.line("name", text)).isEqualTo(text);
    assertThat(PlainText.document("name", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t", "\n", "\u2003"})
  void refusesNothing(String text) {
    refuses(() -> PlainText.line("name", text), "is empty: write something");
    refuses(() -> PlainText.document("name", text), "is empty: write something");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x00, 0x01, 0x07, 0x0B, 0x0C, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F})
  void refusesControlCharactersByNameAndPlace(int control) {
    String text = "ab" + Character.toString(control) + "c";
    String words = "control character U+%04X at position 2".formatted(control);

    refuses(() -> PlainText.line("name", text), words);
    refuses(() -> PlainText.document("name", text), words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\t", "\u2028", "\u2029"})
  void takesBreaksInADocumentOnly(String found) {
    String text = "a" + found + "b";

    assertThat(PlainText.document("name", text)).isEqualTo(text);
    refuses(() -> PlainText.line("name", text), "at position 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\uD800", "a\uDC00", "a\uD800b", "a\uDC00\uD800"})
  void refusesHalfACharacter(String text) {
    refuses(() -> PlainText.line("name", text), "a lone surrogate) at position 1");
    refuses(() -> PlainText.document("name", text), "a lone surrogate) at position 1");
  }

  @Test
  void refusesWhatIsTooLong() {
    String longest = "a".repeat(PlainText.LINE_LIMIT);

    assertThat(PlainText.line("name", longest)).isEqualTo(longest);
    refuses(() -> PlainText.line("name", longest + "a"), "has 10,001 characters");
    assertThat(PlainText.document("name", longest + "a")).hasSize(10_001);
    refuses(
        () -> PlainText.document("name", "a".repeat(PlainText.DOCUMENT_LIMIT + 1)),
        "at most 16,000,000 are allowed");
  }

  private static void refuses(ThrowingCallable check, String words) {
    assertThatThrownBy(check)
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("name");
              assertThat(refusal.getMessage()).contains(words);
            });
  }
}
