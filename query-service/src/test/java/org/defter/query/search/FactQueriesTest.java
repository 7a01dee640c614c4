package org.defter.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.defter.query.request.Parameters;
import org.defter.query.search.language.Expression.Term;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class FactQueriesTest {

  private static final String COUNTING = "{\"terms\":{\"standing\":[\"accepted\",\"disputed\"]}}";

  @Test
  void asksForNothingButTheStandingWhenNothingIsAsked() {
    assertThat(query()).isEqualTo("Query: {\"bool\":{\"filter\":[" + COUNTING + "]}}");
  }

  @Test
  void asksWhetherADateCanMeanTheDaysAskedFor() {
    assertThat(query("validAt", "1994"))
        .contains("\"valid.possible\":{")
        .contains("\"gte\":\"1994-01-01\"", "\"lte\":\"1994-12-31\"", "\"relation\":\"intersects\"")
        .doesNotContain("begunBy");
  }

  @Test
  void asksWhetherADateMustMeanTheDaysAskedFor() {
    assertThat(query("validAt", "1994", "valid", "certainly"))
        .contains("\"valid.begunBy\":{\"lte\":\"1994-12-31\"}")
        .contains("\"valid.endsNotBefore\":{\"gte\":\"1994-01-01\"}")
        .contains("\"relation\":\"within\"");
  }

  @Test
  void looksForAWordInTheNamesItStandsFor() {
    NameMatches names =
        new NameMatches(
            List.of("heydar-aliyev"), List.of("Гейдар Алиев"), List.of("ally"), List.of());

    String query =
        FactQueries.of(criteria("q", "Aliyev"), Map.of(Term.word("Aliyev"), names), List.of())
            .toString();

    assertThat(query)
        .contains("{\"terms\":{\"subject\":[\"heydar-aliyev\"]}}")
        .contains("{\"terms\":{\"value.subject\":[\"heydar-aliyev\"]}}")
        .contains("{\"terms\":{\"property\":[\"ally\"]}}")
        .contains("\"query\":\"Гейдар Алиев\"", "\"type\":\"phrase\"");
  }

  @Test
  void findsNothingWhenNoSubjectIsOfTheKind() {
    String query = FactQueries.of(criteria("kind", "event"), Map.of(), List.of()).toString();

    assertThat(query).contains("{\"terms\":{\"subject\":[]}}");
  }

  private static String query(String... parameters) {
    return FactQueries.of(criteria(parameters), Map.of(), List.of()).toString();
  }

  private static Criteria criteria(String... parameters) {
    MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    for (int at = 0; at < parameters.length; at += 2) {
      values.add(parameters[at], parameters[at + 1]);
    }
    return SearchRequest.of(new Parameters(values)).criteria();
  }
}
