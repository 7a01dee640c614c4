package org.defter.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContestedFactsTest {

  private static final int SUBJECT = 3;
  private static final int PROPERTY = 4;

  @Test
  void holdsSeventeenPairsOfOneSubjectAndPropertyInAThousand() {
    List<String> rows = ContestedFacts.table("contested", 2).facts().lines().skip(1).toList();
    Map<String, Long> slots =
        rows.stream()
            .map(row -> List.of(row.split(",", -1)))
            .collect(
                Collectors.groupingBy(
                    cells -> cells.get(SUBJECT) + " " + cells.get(PROPERTY),
                    Collectors.counting()));
    assertThat(rows).hasSize(2_000).doesNotHaveDuplicates();
    assertThat(slots.values().stream().filter(facts -> facts == 2)).hasSize(2 * 17);
    assertThat(slots.values()).allMatch(facts -> facts <= 2);
  }
}
