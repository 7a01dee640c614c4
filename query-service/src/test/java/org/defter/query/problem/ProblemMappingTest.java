package org.defter.query.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

class ProblemMappingTest {

  @Test
  void namesTheFieldOfAValueThatMakesNoSense() {
    Problem problem = ProblemMapping.of(new InvalidValue("fact", "'a/b' is not an identifier"));

    assertThat(problem.members())
        .containsEntry("type", "/problems/invalid-value")
        .containsEntry("status", 400)
        .containsEntry("field", "fact")
        .containsEntry("detail", "'a/b' is not an identifier");
  }

  @Test
  void keepsAKnownProblemAsItIs() {
    assertThat(ProblemMapping.of(ProblemException.notFound("no fact 'S999'")))
        .isEqualTo(Problem.of(ProblemType.NOT_FOUND, "no fact 'S999'"));
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
  void showsNothingOfAFaultOfItsOwn() {
    Problem problem = ProblemMapping.of(new IllegalStateException("secret"));

    assertThat(problem.status()).isEqualTo(500);
    assertThat(problem.members().toString()).doesNotContain("secret", "IllegalState");
  }
}
