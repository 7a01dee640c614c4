package org.defter.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** A tag longer than the search index can hold would stop a projection for good. */
class LanguageTagLimitTest {

  @Test
  void takesATagWithAPrivatePart() {
    assertThat(new LanguageTag("en-x-" + "abcdefgh-".repeat(9) + "abc").value())
        .startsWith("en-x-");
  }

  @Test
  void refusesAnEndlessTagThoughItIsWellFormed() {
    String endless = "en-x-" + "abcdefgh-".repeat(5_000) + "abc";
    assertThatThrownBy(() -> new LanguageTag(endless))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("is not a language tag")
        .message()
        .hasSizeLessThan(300);
  }
}
