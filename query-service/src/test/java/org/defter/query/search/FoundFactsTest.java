package org.defter.query.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.id.SourceId;
import org.defter.core.source.Passage;
import org.defter.core.value.LanguageTag;
import org.defter.query.search.SearchAnswer.Highlight;
import org.junit.jupiter.api.Test;

class FoundFactsTest {

  private static final String RUSSIAN = "две \uE000резолюции\uE001 союза";

  @Test
  void findsTheCitationThatAHighlightedQuoteBelongsTo() {
    assertThat(
            FoundFacts.highlights(
                List.of(citation(1, "иное"), citation(3, "две резолюции союза")),
                Map.of("quote.ru", List.of(RUSSIAN))))
        .containsExactly(
            new Highlight(
                3,
                List.of(
                    new Segment("две ", false),
                    new Segment("резолюции", true),
                    new Segment(" союза", false))));
  }

  @Test
  void takesTheReadingThatFoundMost() {
    List<Highlight> highlights =
        FoundFacts.highlights(
            List.of(citation(1, "две резолюции союза")),
            Map.of(
                "quote.any",
                List.of(RUSSIAN),
                "quote.ru",
                List.of("две \uE000резолюции\uE001 \uE000союза\uE001")));

    assertThat(highlights.getFirst().quote().stream().filter(Segment::match)).hasSize(2);
  }

  @Test
  void highlightsNothingWhereNothingWasFound() {
    assertThat(FoundFacts.highlights(List.of(citation(1, "иное")), Map.of())).isEmpty();
  }

  private static Citation citation(int number, String words) {
    return new Citation(
        number,
        new SourceId("chronicle"),
        new Passage(1, new LanguageTag("ru"), 1, words, "", "", 0, words.length()),
        null,
        Certainty.CERTAIN);
  }
}
