package org.defter.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.defter.core.detail.Detail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

class AccessRefusedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | your roles do not allow this: it takes one of reviewer, administrator
          ru | ваши роли этого не позволяют: нужна одна из ролей: рецензент, администратор
          az | rollarınız buna icazə vermir: bu rollardan biri lazımdır: rəyçi, inzibatçı
          """)
  void namesTheRolesThatMay(String language, String said) {
    assertThat(AccessRefused.words(lacking(Right.REVIEW)).in(Locale.of(language))).isEqualTo(said);
  }

  @ParameterizedTest
  @EnumSource
  void hasWordsForEveryRight(Right right) {
    assertThat(AccessRefused.words(lacking(right)).in(Locale.of("ru"))).contains("администратор");
  }

  @Test
  void saysWhatToDoInTheReadersLanguage() {
    assertThat(russian(AccessRefused.words(new AccessDeniedException("no"))))
        .isEqualTo("ваши роли этого не позволяют: попросите того, кому это можно");
    assertThat(russian(AccessRefused.words(new AuthenticationServiceException("no keys"))))
        .startsWith("ваш токен нельзя проверить");
    assertThat(russian(AccessRefused.words(new InsufficientAuthenticationException("nobody"))))
        .startsWith("войдите или пришлите токен: Authorization: Bearer TOKEN");
    assertThat(russian(AccessRefused.words(new InvalidBearerTokenException("expired"))))
        .startsWith("этому токену архив не верит");
    assertThat(russian(new TooOften(Duration.ofSeconds(3)).words()))
        .startsWith("это было слишком часто");
  }

  private static String russian(Detail words) {
    return words.in(Locale.of("ru"));
  }

  private static AccessDeniedException lacking(Right right) {
    return new AuthorizationDeniedException(
        "Access Denied",
        new AuthorityAuthorizationDecision(
            false, List.copyOf(AuthorityUtils.createAuthorityList(right.name()))));
  }
}
