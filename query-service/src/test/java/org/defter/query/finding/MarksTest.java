package org.defter.query.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.defter.query.finding.Marks.Mark;
import org.defter.readmodel.document.Index;
import org.junit.jupiter.api.Test;

class MarksTest {

  @Test
  void tellWhetherSomethingWasWritten() {
    assertThat(facts("one", 7, 7).movedSince(facts("one", 7, 7), Index.FACTS)).isFalse();
    assertThat(facts("one", 8, 8).movedSince(facts("one", 7, 7), Index.FACTS)).isTrue();
  }

  @Test
  void lookAgainWhileSomethingIsOnItsWay() {
    assertThat(facts("one", 7, 9).movedSince(facts("one", 7, 9), Index.FACTS)).isTrue();
    assertThat(facts("one", 9, 9).movedSince(facts("one", 7, 9), Index.FACTS)).isTrue();
  }

  @Test
  void doNotGoOnInAnIndexThatWasBuiltAnew() {
    assertThat(facts("one", 9, 9).continues(facts("one", 7, 7))).isTrue();
    assertThat(facts("two", 9, 9).continues(facts("one", 7, 7))).isFalse();
  }

  private static Marks facts(String uuid, long done, long last) {
    return new Marks(Map.of(Index.FACTS, new Mark(uuid, done, last)));
  }
}
