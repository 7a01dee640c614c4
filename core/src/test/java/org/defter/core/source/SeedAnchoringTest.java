package org.defter.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defter.core.Seed;
import org.defter.core.value.LanguageTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rule that citations hold (model rule 6), on the essay and its 118 quotes. */
class SeedAnchoringTest {

  private static final String SHA_256 =
      "ca03db3db53a04b49b047e1fb42f035b10bb3a2f2183bc23b96c03a646b84094";

  /** Its one word stands twice in its paragraph: it takes a prefix, too, to point at one place. */
  private static final String TWICE_IN_ONE_PARAGRAPH = "S054";

  private static final Transcription ESSAY =
      Transcription.of(1, Seed.essay(), new LanguageTag("ru"));
  private static final Anchoring ANCHORING = new Anchoring(ESSAY);

  static List<Seed.Row> rows() {
    return Seed.rows();
  }

  @Test
  void theEssayIsTheOneTheFactsWereTakenFrom() {
    assertThat(ESSAY.sha256()).isEqualTo(SHA_256);
    assertThat(Paragraphs.of(ESSAY.text()).all()).hasSize(21);
    assertThat(rows()).hasSize(118);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void findsTheQuoteInItsParagraph(Seed.Row row) {
    List<Passage> found = ANCHORING.find(Quote.inParagraph(row.paragraph(), row.quote()));

    assertThat(found)
        .as("places of %s in paragraph %d", row.id(), row.paragraph())
        .hasSize(row.id().equals(TWICE_IN_ONE_PARAGRAPH) ? 2 : 1);
    Passage passage = found.getFirst();
    assertThat(passage.exact()).isEqualTo(row.quote());
    assertThat(passage.paragraph()).isEqualTo(row.paragraph());
    assertThat(codePoints(passage.start(), passage.end())).isEqualTo(row.quote());
    assertThat(paragraph(passage.paragraph()))
        .contains(passage.prefix() + passage.exact() + passage.suffix());
  }

  @Test
  void findsEveryPassageAgainByItsOffsetAndItsSurroundings() {
    for (Seed.Row row : rows()) {
      Passage passage = ANCHORING.find(Quote.inParagraph(row.paragraph(), row.quote())).getFirst();

      assertThat(ANCHORING.find(new Quote(passage.exact(), null, null, null, passage.start())))
          .containsExactly(passage);
      assertThat(
              ANCHORING.find(
                  new Quote(passage.exact(), passage.prefix(), passage.suffix(), null, null)))
          .contains(passage);
    }
  }

  @Test
  void theseQuotesNeedTheirParagraph() {
    assertThat(rows())
        .filteredOn(row -> places(row.quote()).size() > 1)
        .extracting(row -> row.id() + " in " + row.paragraph() + " of " + places(row.quote()))
        .containsExactly(
            "S015 in 1 of [1, 21]",
            "S016 in 1 of [1, 21]",
            "S054 in 7 of [7, 7, 10]",
            "S105 in 17 of [17, 19]",
            "S106 in 17 of [17, 19]",
            "S107 in 17 of [17, 19]",
            "S110 in 18 of [18, 20]",
            "S111 in 18 of [18, 20]",
            "S112 in 18 of [18, 20]",
            "S113 in 20 of [18, 20]");
  }

  @Test
  void theLookalikesAreToldApartByTheirParagraph() {
    List<Seed.Row> lookalikes =
        rows().stream().filter(row -> places(row.quote()).equals(List.of(17, 19))).toList();

    assertThat(lookalikes).extracting(Seed.Row::id).containsExactly("S105", "S106", "S107");
    for (Seed.Row row : lookalikes) {
      Passage in17 = onlyPlace(Quote.inParagraph(17, row.quote()));
      Passage in19 = onlyPlace(Quote.inParagraph(19, row.quote()));
      assertThat(in17.exact()).isEqualTo(in19.exact());
      assertThat(in17.paragraph()).isEqualTo(17);
      assertThat(in19.paragraph()).isEqualTo(19);
      assertThat(in17.end()).isLessThan(in19.start());
    }
  }

  private static Passage onlyPlace(Quote quote) {
    List<Passage> found = ANCHORING.find(quote);
    assertThat(found).hasSize(1);
    return found.getFirst();
  }

  private static List<Integer> places(String quote) {
    return ANCHORING.find(Quote.of(quote)).stream().map(Passage::paragraph).toList();
  }

  private static String codePoints(int start, int end) {
    String text = ESSAY.text();
    return text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
  }

  private static String paragraph(int number) {
    Paragraphs.Paragraph paragraph = Paragraphs.of(ESSAY.text()).all().get(number - 1);
    return ESSAY.text().substring(paragraph.start(), paragraph.end());
  }
}
