package org.defter.query.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class ProblemMappingTest {

  @Test
  void namesTheFieldOfAValueThatMakesNoSense() {
    Problem problem = ProblemMapping.of(new InvalidValue("fact", "'a/b' is not an identifier"));

    assertThat(problem.members(Locale.ENGLISH))
        .containsEntry("type", "/problems/invalid-value")
        .containsEntry("status", 400)
        .containsEntry("field", "fact")
        .containsEntry("detail", "'a/b' is not an identifier");
  }

  @Test
  void keepsAKnownProblemAsItIs() {
    Detail detail = Detail.of("query.no.fact", "S999");

    assertThat(ProblemMapping.of(ProblemException.notFound(detail)))
        .isEqualTo(Problem.of(ProblemType.NOT_FOUND, detail));
  }

  @Test
  void takesAProviderThatIsAwayForNoFaultOfTheService() {
    Problem problem = ProblemMapping.of(new AuthenticationServiceException("no keys"));

    assertThat(problem.type()).isEqualTo(ProblemType.UNAVAILABLE);
    assertThat(problem.headers()).containsKey("Retry-After");
  }

  @Test
  void saysWhichMethodsAreAllowed() {
    Problem problem =
        ProblemMapping.of(new HttpRequestMethodNotSupportedException("POST", List.of("GET")));

    assertThat(problem.status()).isEqualTo(405);
    assertThat(problem.headers()).containsEntry("Allow", "GET");
  }

  @Test
  void mapsWhatTheFrameworkRefuses() {
    assertThat(
            ProblemMapping.of(new NoResourceFoundException(HttpMethod.GET, "/nowhere", "nowhere")))
        .returns(404, Problem::status);
    assertThat(
            ProblemMapping.of(
                new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON))))
        .returns(406, Problem::status);
    assertThat(
            ProblemMapping.of(new MissingServletRequestParameterException("revision", "Integer")))
        .returns("revision", Problem::field);
    assertThat(ProblemMapping.of(new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE)))
        .returns(415, Problem::status);
  }

  @Test
  void hasWordsOfItsOwnForWhatTheFrameworkRefuses() {
    Problem refused =
        ProblemMapping.of(new ServletRequestBindingException("Missing matrix variable"));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.members(Locale.of("ru")))
        .containsEntry("title", "Запрос нельзя прочесть")
        .containsEntry(
            "detail", "такой запрос здесь не принимается: смотрите описание этого вызова в API");
  }

  @ParameterizedTest
  @EnumSource
  void hasATitleInEveryLanguage(ProblemType type) {
    assertThat(type.title().in(Locale.of("ru"))).matches("[А-Яа-яё ,-]+");
    assertThat(type.title().in(Locale.of("az"))).isNotEqualTo(type.title().toString());
  }

  @Test
  void showsNothingOfAFaultOfItsOwn() {
    Problem problem = ProblemMapping.of(new IllegalStateException("secret"));

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.members(Locale.ENGLISH).toString()).doesNotContain("secret", "IllegalState");
  }
}
