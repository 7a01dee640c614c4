package org.defter.query.masscorrection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Quantity;
import org.defter.query.fact.FactView.Known;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FoundRowsTest {

  private static final String REASON = "\"reason\":{\"type\":\"wrong-date\"}";

  private static MassCorrection correction(String more) {
    String body = "{\"changes\":{\"valid\":\"1991\"}," + REASON + more + "}";
    return MassCorrection.read(body.getBytes(UTF_8));
  }

  private static FoundFact fact(String id, long version, String amount, @Nullable String valid) {
    return new FoundFact(
        new FactId(id),
        version,
        Standing.ACCEPTED,
        new Statement(
            new SubjectId("x"),
            new PropertyId("count"),
            new Quantity(amount, null, false),
            List.of(),
            valid == null ? null : Edtf.parse(valid),
            Certainty.CERTAIN,
            List.of(),
            "a test"),
        null,
        new Known(Instant.EPOCH, null),
        List.of());
  }

  private static List<String> lines(MassCorrection correction, List<List<FoundFact>> pages)
      throws IOException {
    try (InputStream rows = new FoundRows(correction, pages.iterator())) {
      return new String(rows.readAllBytes(), UTF_8).lines().toList();
    }
  }

  @Test
  void saysWhyAndThenWhatToChangeInEachAtTheVersionThatWasFound() throws IOException {
    assertThat(
            lines(
                correction(""),
                List.of(
                    List.of(fact("a", 1, "1", null), fact("b", 7, "2", null)),
                    List.of(fact("c", 2, "3", null)))))
        .containsExactly(
            "{" + REASON + "}",
            "{\"fact\":\"a\",\"version\":1,\"changes\":{\"valid\":\"1991\"}}",
            "{\"fact\":\"b\",\"version\":7,\"changes\":{\"valid\":\"1991\"}}",
            "{\"fact\":\"c\",\"version\":2,\"changes\":{\"valid\":\"1991\"}}");
  }

  @Test
  void takesAPartAwayWhereNullWasSent() throws IOException {
    MassCorrection correction =
        MassCorrection.read(("{\"changes\":{\"valid\":null}," + REASON + "}").getBytes(UTF_8));

    assertThat(lines(correction, List.of(List.of(fact("a", 1, "1", "1990")))))
        .element(1)
        .isEqualTo("{\"fact\":\"a\",\"version\":1,\"changes\":{\"valid\":null}}");
  }

  @Test
  void leavesOutWhatSaysSomethingElseThanFrom() throws IOException {
    List<FoundFact> found =
        List.of(
            fact("a", 1, "57", "1990"),
            fact("b", 1, "60", "1990"),
            fact("c", 1, "57", null),
            fact("d", 1, "57", "1990~"));

    assertThat(
            lines(
                correction(
                    ",\"from\":{\"value\":{\"type\":\"quantity\",\"amount\":\"57\"},\"valid\":\"1990\"}"),
                List.of(found)))
        .hasSize(2)
        .element(1)
        .asString()
        .contains("\"a\"");
    assertThat(lines(correction(",\"from\":{\"valid\":null}"), List.of(found)))
        .hasSize(2)
        .element(1)
        .asString()
        .contains("\"c\"");
  }

  @Test
  void goesOnWhenNothingOfAPageIsForIt() throws IOException {
    List<List<FoundFact>> pages =
        IntStream.range(0, 50)
            .mapToObj(at -> List.of(fact("f" + at, 1, at == 49 ? "57" : "1", null)))
            .toList();

    assertThat(
            lines(
                correction(",\"from\":{\"value\":{\"type\":\"quantity\",\"amount\":\"57\"}}"),
                pages))
        .hasSize(2);
  }

  @Test
  void breaksOffWhenTheSearchDoes() {
    Iterator<List<FoundFact>> pages =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public List<FoundFact> next() {
            throw new ProblemException(
                Problem.of(ProblemType.UNAVAILABLE, Detail.untranslated("no index")));
          }
        };

    assertThatThrownBy(() -> new FoundRows(correction(""), pages).readAllBytes())
        .isInstanceOf(IOException.class)
        .hasRootCauseInstanceOf(ProblemException.class);
  }

  @Test
  void refusesABodyThatMakesNoSense() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> MassCorrection.read("{\"changes\":{}}".getBytes(UTF_8)))
        .satisfies(refused -> assertThat(refused.problem().field()).isEqualTo("reason"));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> correction(",\"from\":{\"valid\":\"1991-13\"}"))
        .satisfies(refused -> assertThat(refused.problem().field()).isEqualTo("from.valid"));
  }
}
