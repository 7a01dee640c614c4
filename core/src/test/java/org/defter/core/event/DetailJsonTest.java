package org.defter.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.defter.core.detail.Detail;
import org.junit.jupiter.api.Test;

class DetailJsonTest {

  private static final Detail DETAIL =
      Detail.of(
          "rule.may-not-change",
          "olaf",
          "archivist",
          "log-book",
          Detail.of("rule.propose-instead"));

  @Test
  void keepsTheKeyAndWhatTheTextSpeaksOf() {
    assertThat(ArchiveJson.mapper().writeValueAsString(DETAIL))
        .isEqualTo(
            "{\"key\":\"rule.may-not-change\",\"arguments\":[\"olaf\",\"archivist\",\"log-book\","
                + "{\"key\":\"rule.propose-instead\",\"arguments\":[]}]}");
  }

  @Test
  void readsWhatItWrote() {
    Detail numbers = Detail.of("value.too-long", 5_000_000_000L, 7);

    assertThat(again(DETAIL)).isEqualTo(DETAIL);
    assertThat(again(numbers)).isEqualTo(numbers);
  }

  @Test
  void readsASentenceThatWasStoredBeforeThereWereKeys() {
    assertThat(ArchiveJson.mapper().readValue("\"is {empty}\"", Detail.class))
        .isEqualTo(Detail.untranslated("is {empty}"));
  }

  private static Detail again(Detail detail) {
    return ArchiveJson.mapper()
        .readValue(ArchiveJson.mapper().writeValueAsString(detail), Detail.class);
  }
}
