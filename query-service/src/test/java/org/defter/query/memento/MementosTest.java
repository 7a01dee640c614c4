package org.defter.query.memento;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.defter.query.memento.Mementos.Version;
import org.defter.query.problem.ProblemException;
import org.junit.jupiter.api.Test;

class MementosTest {

  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00.500Z");
  private static final Mementos THREE = mementos(3);

  /** One an hour, at half past a second. */
  private static Mementos mementos(int count) {
    return new Mementos(
        "http://a/facts/F1",
        LongStream.rangeClosed(1, count)
            .mapToObj(number -> new Version(number, NOON.plusSeconds(3600 * (number - 1))))
            .toList());
  }

  @Test
  void aSecondMeansItsEnd() {
    assertThat(HttpDate.endOf("Accept-Datetime", "Sun, 01 Mar 2026 12:00:00 GMT"))
        .isEqualTo(Instant.parse("2026-03-01T12:00:00.999Z"));
    assertThat(HttpDate.of(NOON)).isEqualTo("Sun, 01 Mar 2026 12:00:00 GMT");
  }

  @Test
  void whatWasRecordedWithinTheSecondIsKnown() {
    assertThat(chosen("Sun, 01 Mar 2026 13:00:00 GMT")).isEqualTo(2);
    assertThat(chosen("Sun, 01 Mar 2026 12:59:59 GMT")).isEqualTo(1);
    assertThat(chosen("Sun, 01 Mar 2020 12:59:59 GMT")).isEqualTo(1);
    assertThat(chosen("Fri, 01 Mar 2030 12:59:59 GMT")).isEqualTo(3);
  }

  private static long chosen(String date) {
    return THREE.knownAt(HttpDate.endOf("Accept-Datetime", date)).number();
  }

  @Test
  void refusesWhatIsNoHttpDate() {
    for (String date :
        List.of(
            "2026-03-01",
            "Sun, 1 Mar 2026 12:00:00 GMT",
            "Mon, 01 Mar 2026 12:00:00 GMT",
            "Sat, 30 Feb 2026 12:00:00 GMT",
            "Sun, 01 Mar 2026 12:00:00 CET")) {
      assertThatThrownBy(() -> HttpDate.endOf("Accept-Datetime", date))
          .as(date)
          .isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void aVersionLinksToThoseAroundIt() {
    assertThat(THREE.of(2))
        .containsExactly(
            "<http://a/facts/F1>; rel=\"original\"",
            "<http://a/facts/F1/timegate>; rel=\"timegate\"",
            "<http://a/facts/F1/timemap>; rel=\"timemap\"; type=\"application/link-format\"",
            "<http://a/facts/F1/versions/1>; rel=\"first prev memento\";"
                + " datetime=\"Sun, 01 Mar 2026 12:00:00 GMT\"",
            "<http://a/facts/F1/versions/3>; rel=\"next last memento\";"
                + " datetime=\"Sun, 01 Mar 2026 14:00:00 GMT\"");
    assertThat(mementos(1).of(1).getLast()).contains("rel=\"first last memento\"");
  }

  @Test
  void aTimeMapListsAllVersions() {
    assertThat(THREE.timeMap(1))
        .isEqualTo(
            """
            <http://a/facts/F1>; rel="original",
            <http://a/facts/F1/timegate>; rel="timegate",
            <http://a/facts/F1/timemap>; rel="self"; type="application/link-format"; \
            from="Sun, 01 Mar 2026 12:00:00 GMT"; until="Sun, 01 Mar 2026 14:00:00 GMT",
            <http://a/facts/F1/versions/1>; rel="first memento"; datetime="Sun, 01 Mar 2026 12:00:00 GMT",
            <http://a/facts/F1/versions/2>; rel="memento"; datetime="Sun, 01 Mar 2026 13:00:00 GMT",
            <http://a/facts/F1/versions/3>; rel="last memento"; datetime="Sun, 01 Mar 2026 14:00:00 GMT"
            """);
  }

  @Test
  void aLongTimeMapIsPaged() {
    Mementos many = mementos(2 * Mementos.PAGE + 1);

    assertThat(many.pages()).isEqualTo(3);
    assertThat(many.timeMap(1).lines().filter(line -> line.contains("memento"))).hasSize(1000);
    assertThat(many.timeMap(1)).contains("<http://a/facts/F1/timemap?page=2>; rel=\"timemap\"");
    assertThat(many.timeMap(3)).contains("versions/2001>; rel=\"last memento\"");
    assertThat(many.timeMap(3)).doesNotContain("page=4");
  }
}
