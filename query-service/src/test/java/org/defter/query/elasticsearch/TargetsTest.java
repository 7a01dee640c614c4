package org.defter.query.elasticsearch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.defter.query.elasticsearch.Targets.Target;
import org.defter.readmodel.document.Index;
import org.junit.jupiter.api.Test;

/** Where to go on in partition 0, of which 100 events were written and committed. */
class TargetsTest {

  private static final Target FACTS = new Target("facts-1", "uuid-f", Map.of());
  private static final Target EVENTS = new Target("events-1", "uuid-e", Map.of());
  private static final Targets BOTH = targets(FACTS, EVENTS);

  @Test
  void goesOnWhereTheSameIndexesWereWritten() {
    assertThat(BOTH.from(0, 100, BOTH.identity())).isEqualTo(100);
  }

  @Test
  void beginsAnewWhenAnIndexWasLost() {
    Targets anew = targets(new Target("facts-2", "uuid-n", Map.of()), EVENTS);

    assertThat(anew.from(0, 100, BOTH.identity())).isZero();
  }

  @Test
  void goesOnWhereAnIndexThatWasBuiltByOthersNeedsEvents() {
    Targets rebuilt = targets(new Target("facts-2", "uuid-n", Map.of(0, 90L)), EVENTS);

    assertThat(rebuilt.from(0, 100, BOTH.identity())).isEqualTo(90);
    assertThat(rebuilt.from(0, 80, BOTH.identity())).as("never ahead of the others").isEqualTo(80);
    assertThat(rebuilt.from(1, 100, BOTH.identity())).as("not built in partition 1").isZero();
    assertThat(rebuilt.from(0, 100, rebuilt.identity())).isEqualTo(100);
  }

  @Test
  void believesNoOffsetOfIndexesItDoesNotKnow() {
    assertThat(BOTH.from(0, 100, null)).isZero();
    assertThat(BOTH.from(0, 100, "")).isZero();
  }

  private static Targets targets(Target facts, Target events) {
    return new Targets(Map.of(Index.FACTS, facts, Index.EVENTS, events));
  }
}
