package org.defter.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptTest {

  @Test
  void aTokenNamesTheEventItWasMadeOf() {
    Receipt receipt = new Receipt(new FactId("S012"), 3, "0198f1d4-7c1e-7000-8000-000000000000");

    assertThat(Receipt.parse(receipt.token())).isEqualTo(receipt);
    assertThat(receipt.token()).matches("[A-Za-z0-9_-]+");
  }

  @Test
  void tokensOfDifferentEventsDiffer() {
    assertThat(new Receipt(new FactId("a"), 1, "e").token())
        .isNotEqualTo(new Receipt(new SourceId("a"), 1, "e").token())
        .isNotEqualTo(new Receipt(new FactId("a"), 2, "e").token())
        .isNotEqualTo(new Receipt(new FactId("a"), 1, "f").token());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "42", "not a receipt", "%%%", "ZmFjdA", "ZmFjdA==", "я"})
  void refusesGarbage(String token) {
    refuses(token);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fact/a 1",
        "fact/a 1 e more",
        "fact/a one e",
        "fact/a +1 e",
        "fact/a 01 e",
        "book/a 1 e",
        "fact/a/b 1 e",
        "a 1 e",
        "fact/a 99999999999999999999 e"
      })
  void refusesATokenOfOtherWords(String words) {
    refuses(
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(words.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void refusesATokenThatWasTamperedWith() {
    String token = new Receipt(new FactId("a"), 1, "e").token();

    refuses(token + "=");
    refuses(token.substring(0, token.length() - 1));
    refuses(" " + token);
  }

  private static void refuses(String token) {
    assertThatThrownBy(() -> Receipt.parse(token))
        .isInstanceOfSatisfying(
            InvalidValue.class, refusal -> assertThat(refusal.field()).isEqualTo("after"));
  }
}
