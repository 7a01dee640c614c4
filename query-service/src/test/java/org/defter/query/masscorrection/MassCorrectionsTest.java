package org.defter.query.masscorrection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class MassCorrectionsTest {

  private static Parameters given(String query) {
    MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    for (String parameter : query.split("&", -1)) {
      String[] parts = parameter.split("=", -1);
      values.add(parts[0], parts[1]);
    }
    return new Parameters(values);
  }

  @Test
  void searchesByTheParametersOfTheSearch() {
    assertThat(
            MassCorrections.search(given("source=s&property=p&after=r&wait=5"))
                .criteria()
                .sources())
        .isEqualTo(List.of("s"));
  }

  @ParameterizedTest
  @CsvSource({
    "after=r&wait=5, q",
    "source=, source",
    "q=x&source=, source",
    "q=x&knownAt=2020, knownAt",
    "q=x&size=10, size",
    "q=x&format=csv, format",
    "q=x&sorce=s, sorce",
  })
  void correctsNothingWhereItIsNotSaidWhat(String query, String field) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> MassCorrections.search(given(query)))
        .satisfies(refused -> assertThat(refused.problem().field()).isEqualTo(field));
  }
}
