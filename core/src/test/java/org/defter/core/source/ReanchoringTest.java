package org.defter.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.ENGLISH;

import java.util.List;
import java.util.stream.IntStream;
import org.defter.core.source.Reanchored.Ambiguous;
import org.defter.core.source.Reanchored.Found;
import org.defter.core.source.Reanchored.Lost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReanchoringTest {

  private static final String LAMP =
      "The lamp on Cape North was lit for the first time in the winter of 1887 by its keeper.";
  private static final String OIL =
      "It burned colza oil, which the supply ship brought up twice a year from the south.";
  private static final String KEEPER =
      "Anna Berg kept it from the beginning, with two assistants and a dog that nobody named.";
  private static final String TEXT = LAMP + "\n\n" + OIL + "\n\n" + KEEPER + "\n";

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "twice a year, thrice a year, brought up, brought up",
    "colza oil, rape oil, supply ship, supply ship",
    "'oil, which', 'oil. Which', 'colza oil, which', 'colza oil. Which'",
    "colza, Colza, burned colza oil, burned Colza oil",
    "'colza oil, which', 'colza oil which', colza oil, colza oil",
    "supply, suply, supply ship brought, suply ship brought",
    "'brought up', 'brought  up', brought up twice, brought  up twice",
    "burned colza, burned\u00a0colza, burned colza oil, burned\u00a0colza oil",
    "colza, col\u00adza, burned colza oil, burned col\u00adza oil",
  })
  void followsWordsThroughACorrectionInTheirParagraph(
      String slip, String mended, String quote, String exact) {
    String revised = TEXT.replace(slip, mended);

    assertThat(revised).isNotEqualTo(TEXT);
    assertThat(found(TEXT, revised, quote).exact()).isEqualTo(exact);
    assertThat(found(TEXT, revised, quote).paragraph()).isEqualTo(2);
    assertThat(found(TEXT, revised, quote).revision()).isEqualTo(2);
  }

  @Test
  void keepsOffsetsInCodePoints() {
    Passage moved = found("𐎠𐎡 Anna kept it", "𐎠𐎡 𐎢𐎣 Anna kept it", "kept");

    assertThat(moved)
        .isEqualTo(new Passage(2, ENGLISH, 1, "kept", "𐎠𐎡 𐎢𐎣 Anna ", " it", 11, 15));
  }

  @Test
  void followsAParagraphWhereverItIsMoved() {
    String revised = "A preface.\n" + KEEPER + "\n" + LAMP + "\n" + OIL;

    assertThat(found(TEXT, revised, "Anna Berg").paragraph()).isEqualTo(2);
    assertThat(found(TEXT, revised, "the winter of 1887").paragraph()).isEqualTo(3);
    assertThat(found(TEXT, revised, "supply ship").paragraph()).isEqualTo(4);
  }

  @Test
  void followsWordsWhenParagraphsAreSplitAndJoined() {
    String split = TEXT.replace(", which the", ", which\nthe").replace(", with two", ",\nwith two");
    String joined = (LAMP + " " + OIL + "\n" + KEEPER);

    assertThat(found(TEXT, split, "colza oil").paragraph()).isEqualTo(2);
    assertThat(found(TEXT, split, "supply ship").paragraph()).isEqualTo(3);
    assertThat(found(TEXT, split, "two assistants").paragraph()).isEqualTo(5);
    assertThat(found(TEXT, joined, "colza oil").paragraph()).isEqualTo(1);
    assertThat(found(TEXT, joined, "Anna Berg").paragraph()).isEqualTo(2);
    assertThat(found(joined, TEXT, "colza oil").paragraph()).isEqualTo(2);
  }

  /** So few words could stand there by chance. */
  @Test
  void leavesWordsInAPieceOfFourToAPerson() {
    String split = TEXT.replace(", which the", ",\nwhich the");

    assertThat(reanchored(TEXT, split, "colza oil")).isInstanceOf(Reanchored.Lost.class);
  }

  @Test
  void followsAQuoteOfSeveralParagraphs() {
    String quote = "by its keeper.\n\nIt burned";

    assertThat(found(TEXT, "Cape North\n\n" + TEXT, quote).paragraph()).isEqualTo(2);
    assertThat(found(TEXT, TEXT.replace("first time", "frist time"), quote).exact())
        .isEqualTo(quote);
    assertThat(found(TEXT, LAMP + " " + OIL, quote).exact()).isEqualTo("by its keeper. It burned");
    assertThat(reanchored(TEXT, OIL + "\n" + LAMP, quote)).isInstanceOf(Lost.class);
  }

  @Test
  void keepsAQuoteThatCutsIntoAWord() {
    assertThat(found("the lighthouses burn", "all the lighthouses burn", "lighthouse").exact())
        .isEqualTo("lighthouse");
    assertThat(found("the lighthouses burn", "all the lighthouses burn", "house").exact())
        .isEqualTo("house");
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource({
    "1887, 1881, winter of 1887, winter of 1881",
    "was lit, was not lit, was lit for, was not lit for",
    "lit for, put out for, lit for the, put out for the",
    "his, her, winter of 1887 by its keeper, winter of 1887 by its keeper",
  })
  void asksAPersonWhenTheWordsSayOtherThings(
      String said, String says, String quote, String candidate) {
    String revised = TEXT.replace(said, says).replace("its keeper", "the keeper");

    assertThat(lost(TEXT, revised, quote).getFirst().exact())
        .isEqualTo(candidate.replace("its keeper", "the keeper"));
  }

  @Test
  void asksAPersonWhenTheWordsHaveGone() {
    assertThat(lost(TEXT, LAMP + "\n" + KEEPER, "colza oil")).isEmpty();
    assertThat(lost(TEXT, LAMP + "\n" + KEEPER + "\nNobody brought colza oil.", "colza oil"))
        .extracting(Passage::paragraph, Passage::exact)
        .containsExactly(org.assertj.core.api.Assertions.tuple(3, "colza oil"));
  }

  @Test
  void asksAPersonWhenAllIsWrittenAnew() {
    String other =
        "Nothing here is about any building, nor about those who might have lived in one.";

    assertThat(lost(TEXT, other, "Anna Berg")).isEmpty();
  }

  @Test
  void staysWhereItIsWhenALookalikeIsAdded() {
    String revised = TEXT + OIL.replace("twice", "once") + "\n" + OIL + "\n";

    assertThat(found(TEXT, revised, "supply ship").paragraph()).isEqualTo(2);
  }

  @Test
  void neverMovesToALookalikeWhenItsParagraphHasGone() {
    String lookalike = OIL.replace("twice", "once");
    String text = LAMP + "\n" + OIL + "\n" + KEEPER + "\n" + lookalike + "\n";

    assertThat(
            lost(
                text, LAMP + "\n" + KEEPER + "\n" + lookalike, Quote.inParagraph(2, "supply ship")))
        .extracting(Passage::paragraph)
        .containsExactly(3);
  }

  @Test
  void cannotTellWhichOfTwoParagraphsThatSayTheSameHasGone() {
    String twice = LAMP + "\n" + OIL + "\n" + OIL + "\n" + KEEPER;
    String once = LAMP + "\n" + OIL + "\n" + KEEPER;

    Reanchored reanchored = reanchored(twice, once, Quote.inParagraph(2, "supply ship"));
    assertThat(reanchored).isInstanceOf(Ambiguous.class);
    assertThat(((Ambiguous) reanchored).candidates())
        .extracting(Passage::paragraph)
        .containsExactly(2);
    assertThat(
            found(twice, "A preface.\n" + twice, Quote.inParagraph(3, "supply ship")).paragraph())
        .as("both are still there")
        .isEqualTo(4);
  }

  @Test
  void cannotTellWhichOfTwoLookalikesWasChangedIntoTheOneThatIsLeft() {
    String once = OIL.replace("twice", "once");
    String text = LAMP + "\n" + OIL + "\n" + once + "\n" + KEEPER;
    String revised = LAMP + "\n" + OIL.replace("twice", "thrice") + "\n" + KEEPER;

    assertThat(reanchored(text, revised, Quote.inParagraph(2, "supply ship")))
        .isNotInstanceOf(Found.class);
    assertThat(reanchored(text, revised, Quote.inParagraph(3, "supply ship")))
        .isNotInstanceOf(Found.class);
  }

  @Test
  void offersTheLikeliestFirst() {
    String revised =
        LAMP + "\nColza oil it was not.\n" + KEEPER + "\nThe supply ship brought colza oil up.";

    List<Passage> candidates = lost(TEXT, revised, "the supply ship brought up");
    assertThat(candidates.getFirst().exact()).isEqualTo("The supply ship brought");
  }

  @Test
  void offersNoMoreThanAPersonReads() {
    String many =
        "It was a dull day.\n" + "The lamp was lit.\nThen it went out again.\n".repeat(30);

    assertThat(SeedReanchoringTest.candidates(reanchored(LAMP, many, "was lit")))
        .hasSize(Reanchored.MOST_CANDIDATES);
  }

  @Test
  void takesALongTextInItsStride() {
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < 6_000; at++) {
      text.append(LAMP.replace("1887", String.valueOf(at)).replace("Cape", "Cape" + at % 977))
          .append(" ")
          .append(OIL)
          .append('\n');
    }
    String before = text.toString();
    String after = before.replace("colza oil,", "colza oil").replace("winter of 1", "wintre of 1");
    Transcription first = Transcription.of(1, before, ENGLISH);
    Anchoring old = new Anchoring(first);
    Anchoring now = new Anchoring(Transcription.of(2, after, ENGLISH));
    List<Passage> passages =
        IntStream.range(0, 100)
            .mapToObj(at -> old.find(Quote.inParagraph(1 + at * 60, "supply ship")).getFirst())
            .toList();

    long began = System.nanoTime();
    Reanchoring reanchoring = new Reanchoring(old, now);
    List<Reanchored> found = passages.stream().map(reanchoring::find).toList();
    long millis = (System.nanoTime() - began) / 1_000_000;

    System.out.println(before.length() + " characters, " + millis + " ms");
    assertThat(found).allMatch(of -> of instanceof Found);
    assertThat(millis).isLessThan(20_000);
  }

  @Test
  void refusesAPassageOfAnotherRevision() {
    Anchoring text = new Anchoring(Transcription.of(1, TEXT, ENGLISH));
    Anchoring revised = new Anchoring(Transcription.of(2, TEXT, ENGLISH));
    Passage passage = revised.find(Quote.of("colza")).getFirst();

    assertThatThrownBy(() -> new Reanchoring(text, revised).find(passage))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Passage found(String text, String revised, String quote) {
    return found(text, revised, Quote.of(quote));
  }

  private static Passage found(String text, String revised, Quote quote) {
    Reanchored reanchored = reanchored(text, revised, quote);
    assertThat(reanchored).isInstanceOf(Found.class);
    return ((Found) reanchored).passage();
  }

  private static List<Passage> lost(String text, String revised, String quote) {
    return lost(text, revised, Quote.of(quote));
  }

  private static List<Passage> lost(String text, String revised, Quote quote) {
    Reanchored reanchored = reanchored(text, revised, quote);
    assertThat(reanchored).isInstanceOf(Lost.class);
    return ((Lost) reanchored).candidates();
  }

  private static Reanchored reanchored(String text, String revised, String quote) {
    return reanchored(text, revised, Quote.of(quote));
  }

  private static Reanchored reanchored(String text, String revised, Quote quote) {
    Anchoring before = new Anchoring(Transcription.of(1, text, ENGLISH));
    List<Passage> passages = before.find(quote);
    assertThat(passages).hasSize(1);
    return new Reanchoring(before, new Anchoring(Transcription.of(2, revised, ENGLISH)))
        .find(passages.getFirst());
  }
}
