package org.defter.query.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignInPageTest {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/facts/f1?knownAt=2026-01-01", "/?q=Bak%C4%B1&source=a"})
  void comesBackToAPageOfThisArchive(String back) {
    assertThat(SignInPage.isHere(back)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "https://evil.example/",
        "//evil.example/",
        "/\\evil.example/",
        "/\t/evil.example/",
        "/ /evil.example",
        "javascript:alert(1)"
      })
  void goesToNoOtherSite(String back) {
    assertThat(SignInPage.isHere(back)).isFalse();
  }
}
