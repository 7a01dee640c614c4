package org.defter.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratedFactsTest {

  @Test
  void citesEachFactFromTheParagraphItNames() {
    GeneratedFacts.Import table = new GeneratedFacts("one").table(25);
    List<String> paragraphs = List.of(table.source().split("\n\n", -1));
    List<String> rows = table.facts().lines().skip(1).toList();

    assertThat(paragraphs).hasSize(3);
    assertThat(rows).hasSize(25).doesNotHaveDuplicates();
    for (String row : rows) {
      List<String> cells = List.of(row.split(",", -1));
      assertThat(paragraphs.get(Integer.parseInt(cells.get(1)) - 1)).contains(cells.get(2) + ". ");
    }
  }

  @Test
  void makesTheSameFactsOfTheSameName() {
    assertThat(new GeneratedFacts("one").table(10)).isEqualTo(new GeneratedFacts("one").table(10));
    assertThat(new GeneratedFacts("one").table(10).facts())
        .isNotEqualTo(new GeneratedFacts("two").table(10).facts());
  }
}
