package org.defter.query.correction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch._types.SortOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class QueueRequestTest {

  private static QueueRequest of(String... namesAndValues) {
    MultiValueMap<String, String> values = new LinkedMultiValueMap<>();
    for (int at = 0; at < namesAndValues.length; at += 2) {
      values.add(namesAndValues[at], namesAndValues[at + 1]);
    }
    return QueueRequest.of(new Parameters(values));
  }

  @Test
  void asksForWhatIsOpenOldestFirst() {
    assertThat(of())
        .returns(List.of("proposed"), QueueRequest::states)
        .returns(SortOrder.Asc, QueueRequest::order);
    assertThat(of("state", "all").states()).isEmpty();
  }

  @Test
  void refusesWordsThatAreNotInTheVocabulary() {
    for (String name : List.of("state", "reason", "order")) {
      assertThatThrownBy(() -> of(name, "unheard-of"))
          .isInstanceOfSatisfying(
              ProblemException.class,
              refused -> assertThat(refused.problem().field()).isEqualTo(name));
    }
  }

  @Test
  void readsAnAge() {
    assertThat(of("olderThan", "P7D").olderThan()).isEqualTo(Duration.ofDays(7));
    assertThatThrownBy(() -> of("olderThan", "a week")).isInstanceOf(ProblemException.class);
  }

  @Test
  void tellsQuestionsApartButNotTheirPages() {
    assertThat(of("size", "1", "olderThan", "P7D").digest())
        .isEqualTo(of("size", "2", "olderThan", "P7D").digest())
        .isNotEqualTo(of("olderThan", "P8D").digest());
  }

  @Test
  void countsAgesFromNow() {
    String asked =
        Objects.requireNonNull(
                new QueueBody(
                        of("olderThan", "P7D"),
                        null,
                        Instant.parse("2026-03-08T10:00:00Z"),
                        null,
                        null)
                    .request()
                    .query())
            .toString();

    assertThat(asked).contains("2026-03-01T10:00:00Z");
  }
}
