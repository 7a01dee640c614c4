package org.defter.core.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.defter.core.Seed;
import org.defter.core.source.Reanchored.Found;
import org.defter.core.value.LanguageTag;
import org.junit.jupiter.api.Test;

/** The essay gets better readings, and its 118 quotes follow or are reported (model rule 6). */
class SeedReanchoringTest {

  private static final LanguageTag RUSSIAN = new LanguageTag("ru");
  private static final String SLIP = "14 марта. 2008";
  private static final String MENDED = "14 марта 2008";
  private static final List<String> PARAGRAPHS =
      Seed.essay().lines().filter(line -> !line.isBlank()).toList();
  private static final Anchoring ESSAY = anchoring(1, Seed.essay());

  @Test
  void everyQuoteFollowsWhenTheSlipIsMendedInBothLookalikes() {
    String revised = Seed.essay().replace(SLIP, MENDED);

    assertFollows(revised, PARAGRAPHS.size(), number -> number);
  }

  @Test
  void everyQuoteFollowsWhenTheSlipIsMendedInOneLookalikeOnly() {
    for (int mended : List.of(17, 19)) {
      List<String> revised = new ArrayList<>(PARAGRAPHS);
      revised.set(mended - 1, PARAGRAPHS.get(mended - 1).replace(SLIP, MENDED));

      assertFollows(String.join("\n", revised), PARAGRAPHS.size(), number -> number);
    }
  }

  @Test
  void everyQuoteFollowsWhenTheLookalikesChangePlaces() {
    for (String mended : List.of(SLIP, MENDED)) {
      List<String> revised = new ArrayList<>(PARAGRAPHS);
      revised.set(16, PARAGRAPHS.get(18));
      revised.set(18, PARAGRAPHS.get(16));
      revised.set(17, PARAGRAPHS.get(19));
      revised.set(19, PARAGRAPHS.get(17));

      assertFollows(
          String.join("\n", revised).replace(SLIP, mended),
          PARAGRAPHS.size(),
          number -> Map.of(17, 19, 19, 17, 18, 20, 20, 18).getOrDefault(number, number));
    }
  }

  @Test
  void noQuoteGoesOverToTheLookalikeThatIsLeft() {
    for (int gone : List.of(17, 18, 19, 20)) {
      for (String mended : List.of(SLIP, MENDED)) {
        List<String> revised = new ArrayList<>(PARAGRAPHS);
        revised.remove(gone - 1);
        String text = String.join("\n", revised).replace(SLIP, mended);
        Map<Seed.Row, Reanchored> followed = follow(text);

        followed.forEach((row, reanchored) -> {
          if (row.paragraph() == gone) {
            assertThat(reanchored).as("%s without %d", row, gone).isNotInstanceOf(Found.class);
          } else {
            assertStands(row, reanchored, row.paragraph() - (row.paragraph() > gone ? 1 : 0));
          }
        });
      }
    }
  }

  @Test
  void noQuoteGoesOverWhenTheLookalikeThatIsLeftIsMadeLikeTheOneThatHasGone() {
    String nineteen =
        PARAGRAPHS.get(18).replace("ОИК", "ОИС").replace("Неслучайно позиция", "Позиция");
    for (String one : List.of(nineteen, PARAGRAPHS.get(18).replace("ОИК", "ОИС"))) {
      List<String> revised = new ArrayList<>(PARAGRAPHS.subList(0, 16));
      revised.add(one.replace(SLIP, MENDED));
      revised.add(PARAGRAPHS.get(20));

      follow(String.join("\n", revised))
          .forEach((row, reanchored) -> {
            if (row.paragraph() >= 18 && row.paragraph() <= 20) {
              assertThat(reanchored).as("%s", row).isNotInstanceOf(Found.class);
            }
          });
    }
  }

  @Test
  void theLookalikesThatAreLeftAreOffered() {
    List<String> revised = new ArrayList<>(PARAGRAPHS);
    revised.remove(16);

    follow(String.join("\n", revised))
        .forEach((row, reanchored) -> {
          if (row.paragraph() == 17) {
            assertThat(candidates(reanchored).getFirst().paragraph()).as("%s", row).isEqualTo(18);
          }
        });
  }

  @Test
  void mostQuotesFollowWhenEveryParagraphIsRewrapped() {
    String revised = Seed.essay().replace(". ", ".\n");
    Map<Seed.Row, Reanchored> followed = follow(revised);
    Map<String, Long> states =
        new TreeMap<>(
            followed.values().stream()
                .collect(
                    Collectors.groupingBy(
                        of -> of.getClass().getSimpleName(), Collectors.counting())));

    System.out.println("one paragraph to a sentence: " + states);
    followed.forEach((row, reanchored) -> {
      if (reanchored instanceof Found(Passage passage)) {
        assertThat(FoldedText.fold(passage.exact())).isEqualTo(FoldedText.fold(row.quote()));
        assertThat(inEssay(row).prefix()).endsWith(sameLine(passage.prefix()));
      }
    });
    assertThat(states.get("Found")).isGreaterThan(100);
  }

  private static String sameLine(String prefix) {
    return prefix.strip().isEmpty() ? "" : prefix.substring(Math.max(0, prefix.length() - 10));
  }

  private interface Moved {
    int to(int paragraph);
  }

  private static void assertFollows(String revised, int paragraphs, Moved moved) {
    assertThat(Paragraphs.of(revised).all()).hasSize(paragraphs);
    follow(revised)
        .forEach((row, reanchored) -> assertStands(row, reanchored, moved.to(row.paragraph())));
  }

  private static void assertStands(Seed.Row row, Reanchored reanchored, int paragraph) {
    assertThat(reanchored).as("%s", row).isInstanceOf(Found.class);
    Passage passage = ((Found) reanchored).passage();
    assertThat(passage.paragraph()).as("%s", row).isEqualTo(paragraph);
    assertThat(passage.exact().replace(SLIP, MENDED)).isEqualTo(row.quote().replace(SLIP, MENDED));
    assertThat(passage.revision()).isEqualTo(2);
  }

  private static Map<Seed.Row, Reanchored> follow(String revised) {
    Reanchoring reanchoring = new Reanchoring(ESSAY, anchoring(2, revised));
    return Seed.rows().stream()
        .collect(Collectors.toMap(row -> row, row -> reanchoring.find(inEssay(row))));
  }

  private static Passage inEssay(Seed.Row row) {
    return ESSAY.find(Quote.inParagraph(row.paragraph(), row.quote())).getFirst();
  }

  static List<Passage> candidates(Reanchored reanchored) {
    return switch (reanchored) {
      case Found(Passage passage) -> List.of(passage);
      case Reanchored.Ambiguous(List<Passage> candidates) -> candidates;
      case Reanchored.Lost(List<Passage> candidates) -> candidates;
    };
  }

  private static Anchoring anchoring(int revision, String text) {
    return new Anchoring(Transcription.of(revision, text, RUSSIAN));
  }
}
