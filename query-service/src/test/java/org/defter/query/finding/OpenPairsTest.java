package org.defter.query.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.defter.core.finding.Grade;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.junit.jupiter.api.Test;

class OpenPairsTest {

  private static final FoundPair AB = pair("a", "b", "members");
  private static final FoundPair BC = pair("b", "c", "members");
  private static final FoundPair CD = pair("c", "d", "offices");

  private final OpenPairs pairs = new OpenPairs();

  @Test
  void replacesThePairsOfTheFactsThatWereComparedAnewAndNoOthers() {
    pairs.replace(Set.of(), List.of(AB, BC, CD));
    pairs.replace(Set.of("a", "b"), List.of(AB));
    assertThat(pairs.all()).containsExactlyInAnyOrder(AB, CD);
    pairs.replace(Set.of("d", "nobody"), List.of());
    assertThat(pairs.all()).containsExactly(AB);
  }

  @Test
  void keepsAPairOnceHoweverOftenItIsFound() {
    pairs.replace(Set.of(), List.of(AB, AB));
    pairs.replace(Set.of("a"), List.of(AB));
    assertThat(pairs.all()).containsExactly(AB);
    pairs.replace(Set.of("b"), List.of());
    assertThat(pairs.all()).isEmpty();
  }

  @Test
  void letsPairsGoThatAreNotWatchedAnyMore() {
    pairs.replace(Set.of(), List.of(AB, BC, CD));
    pairs.removeIf(pair -> pair.first().property().equals("members"));
    assertThat(pairs.all()).containsExactly(CD);
    pairs.replace(Set.of("c"), List.of(BC));
    assertThat(pairs.all()).containsExactly(BC);
  }

  @Test
  void saysThatSomeAreLeftOutWhenThereAreTooMany() {
    List<FoundPair> most =
        IntStream.range(0, OpenPairs.MOST).mapToObj(each -> pair("a" + each, "b", "x")).toList();
    pairs.replace(Set.of(), most);
    pairs.replace(Set.of("a0"), List.of(most.getFirst()));
    assertThat(pairs.complete()).isTrue();
    pairs.replace(Set.of(), List.of(CD));
    assertThat(pairs.all()).hasSize(OpenPairs.MOST).doesNotContain(CD);
    assertThat(pairs.complete()).isFalse();
  }

  private static FoundPair pair(String one, String other, String property) {
    return new FoundPair(
        FindingId.about(new FactId(one), new FactId(other)),
        Grade.CERTAIN,
        side(one, property),
        side(other, property));
  }

  private static Side side(String fact, String property) {
    return new Side(fact, "choir", property, Instant.EPOCH, List.of());
  }
}
