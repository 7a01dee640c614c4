package org.defter.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.defter.core.Lighthouse.ENGLISH;

import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnchoringTest {

  private static final String TEXT = "The lamp was lit. The lamp\n\nburned oil. The lamp went out.";

  @Test
  void pointsAtTheWordsWithTheirSurroundings() {
    assertThat(in(TEXT, Quote.of("burned")))
        .containsExactly(
            new Passage(1, ENGLISH, 2, "burned", "", " oil. The lamp went out.", 28, 34));
  }

  @Test
  void keepsNoMoreSurroundingsThanItNeeds() {
    String around = "𐎠".repeat(70);
    Passage passage = in(around + "here" + around, Quote.of("here")).getFirst();

    assertThat(passage.prefix()).isEqualTo("𐎠".repeat(Anchoring.CONTEXT));
    assertThat(passage.suffix()).isEqualTo("𐎠".repeat(Anchoring.CONTEXT));
  }

  @Test
  void findsEveryPlaceInOrder() {
    assertThat(in(TEXT, Quote.of("The lamp")))
        .extracting(Passage::paragraph, Passage::start, Passage::end)
        .containsExactly(tuple(1, 0, 8), tuple(1, 18, 26), tuple(2, 40, 48));
  }

  @Test
  void findsWordsThatOverlap() {
    assertThat(in("lalala", Quote.of("lala"))).extracting(Passage::start).containsExactly(0, 2);
  }

  @Test
  void findsNothingWhereTheWordsAreNot() {
    assertThat(in(TEXT, Quote.of("the lamp"))).as("other case").isEmpty();
    assertThat(in(TEXT, Quote.of("lamp was lit!"))).as("other punctuation").isEmpty();
    assertThat(in(TEXT, Quote.of("\u00a0"))).as("nothing but space").isEmpty();
    assertThat(in(TEXT, Quote.of(TEXT + " more"))).as("longer than the text").isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "     ,     ,  ,  , 3",
    "     ,     , 1,  , 2",
    "     ,     , 2,  , 1",
    "     ,     , 3,  , 0",
    "     ,     ,  , 18, 1",
    "     ,     ,  , 19, 0",
    "     ,     , 2, 18, 0",
    "'. ' ,     ,  ,  , 2",
    "'oil. ',   ,  ,  , 1",
    "     , ' w',  ,  , 2",
    "     , ' went',  ,  , 1",
    "'. ' , ' was',  ,  , 0",
    "'x'  ,     ,  ,  , 0",
    "'lit. ', ' burned', 1, 18, 1",
  })
  void narrowsByAllThatIsAsked(
      @Nullable String prefix,
      @Nullable String suffix,
      @Nullable Integer paragraph,
      @Nullable Integer start,
      int places) {
    Quote quote = new Quote("The lamp", prefix, suffix, paragraph, start);

    assertThat(in(TEXT, quote)).hasSize(places);
  }

  @Test
  void countsCodePointsAndNotSurrogates() {
    assertThat(in("𐎠𐎡 𐎢\n𐎣 light", Quote.of("light")))
        .extracting(Passage::paragraph, Passage::start, Passage::end)
        .containsExactly(tuple(2, 7, 12));
    assertThat(in("𐎠𐎡𐎠𐎡", Quote.of("𐎡")))
        .extracting(Passage::start, Passage::end)
        .containsExactly(tuple(1, 2), tuple(3, 4));
  }

  @ParameterizedTest
  @CsvSource({
    "un caf\u00e9 noir, cafe\u0301, caf\u00e9",
    "un cafe\u0301 noir, caf\u00e9, cafe\u0301",
    "\u0438\u0306 \u0439, \u0439 \u0438\u0306, \u0438\u0306 \u0439",
    "a\u0323\u0307b, a\u0307\u0323, a\u0323\u0307",
    "\ud55c\uae00, \u1112\u1161\u11ab\u1100\u1173\u11af, \ud55c\uae00",
    "\u1112\u1161\u11ab\u1100\u1173\u11af, \ud55c, \u1112\u1161\u11ab",
    "light\u00adhouse, lighthouse, light\u00adhouse",
    "lighthouse, light\u00adhouse, lighthouse",
    "a\u00a0light, a light, a\u00a0light",
    "a light, a\u202flight, a light",
    "a  \t light, a light, a  \t light",
  })
  void seesNoDifferenceThatTheEyeDoesNot(String text, String quote, String exact) {
    assertThat(in(text, Quote.of(quote))).extracting(Passage::exact).containsExactly(exact);
  }

  @ParameterizedTest
  @CsvSource({
    "caf\u00e9, cafe",
    "cafe\u0301, cafe",
    "за\u0301мок, за",
    "за\u0301мок, \u0301мок",
    "\ud55c, \u1112\u1161",
    "\u1112\u1161\u11ab, \ud558",
  })
  void cutsNoMarkOffItsLetter(String text, String quote) {
    assertThat(in(text, Quote.of(quote))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"' oil', oil", "'oil ', oil", "'\nburned oil.', burned oil.", "'out.\n', out."})
  void whiteSpaceAroundTheWordsDoesNotCount(String quote, String exact) {
    assertThat(in(TEXT, Quote.of(quote))).extracting(Passage::exact).containsExactly(exact);
  }

  @Test
  void whiteSpaceAtTheVeryBeginningIsInNoParagraph() {
    assertThat(in("\n\n  light", Quote.of("\n light")))
        .containsExactly(new Passage(1, ENGLISH, 1, "light", "  ", "", 4, 9));
  }

  @Test
  void surroundingsMayLeaveTheirSpaceToTheWords() {
    assertThat(in("a b c", new Quote(" b ", "a", "c", null, null))).hasSize(1);
    assertThat(in("ab c", new Quote(" b ", "a", "c", null, null))).isEmpty();
    assertThat(in("a bc", new Quote(" b ", "a", "c", null, null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'first\nsecond', 'first second'",
    "'first\r\nsecond', 'first second'",
    "'first\n\n \nsecond', 'first\nsecond'",
    "'first\r\n\r\nsecond\r\n', 'first\n\nsecond'",
  })
  void aQuoteMaySpanParagraphs(String text, String quote) {
    assertThat(in(text, Quote.of(quote)))
        .extracting(Passage::paragraph, Passage::exact)
        .containsExactly(tuple(1, text.strip()));
  }

  @Test
  void surroundingsOfSeveralParagraphsAreThoseOfTheFirstAndTheLast() {
    assertThat(in("one two\nthree four\nfive", Quote.of("two\nthree")))
        .containsExactly(new Passage(1, ENGLISH, 1, "two\nthree", "one ", " four", 4, 13));
  }

  @Test
  void aLineEndIsNoPartOfTheSurroundings() {
    assertThat(in("one two\r\nthree\r\n", Quote.of("one")).getFirst().suffix()).isEqualTo(" two");
    assertThat(in("one two\r\nthree\r\n", Quote.of("three")))
        .containsExactly(new Passage(1, ENGLISH, 2, "three", "", "", 9, 14));
  }

  @Test
  void stopsWhereWordsStandTooOftenToPointAtAnything() {
    assertThat(in("a".repeat(5_000), Quote.of("a"))).hasSize(Anchoring.MOST_FOUND);
  }

  @Test
  void readsALongParagraphOnceHoweverOftenTheWordsStandInIt() {
    String text = "the 𐎠 ".repeat(1_000_000) + "end";
    Anchoring anchoring = new Anchoring(Transcription.of(1, text, ENGLISH));
    int last = text.codePointCount(0, text.length()) - 9;

    assertThat(anchoring.find(new Quote("the 𐎠 ", null, null, null, last)))
        .extracting(Passage::start)
        .containsExactly(last);
  }

  @Test
  void takesManyMarksOnOneLetterInItsStride() {
    String marks = "\u0301\u0323".repeat(500_000);

    assertThat(in("a" + marks + " light", Quote.of("light"))).hasSize(1);
  }

  @Test
  void refusesAQuoteThatPointsAtNothing() {
    refuses("quote.exact", () -> Quote.of(" "));
    refuses("quote.exact", () -> Quote.of("a\u0000b"));
    refuses("quote.exact", () -> Quote.of("a".repeat(PlainText.LINE_LIMIT + 1)));
    String tooLong = "a".repeat(PlainText.LINE_LIMIT + 1);
    refuses("quote.prefix", () -> new Quote("a", tooLong, null, null, null));
    refuses("quote.suffix", () -> new Quote("a", null, tooLong, null, null));
    refuses("quote.paragraph", () -> Quote.inParagraph(0, "a"));
    refuses("quote.start", () -> new Quote("a", null, null, null, -1));
  }

  private static List<Passage> in(String text, Quote quote) {
    return new Anchoring(Transcription.of(1, text, ENGLISH)).find(quote);
  }

  private static void refuses(String field, ThrowingCallable construction) {
    assertThatThrownBy(construction)
        .isInstanceOfSatisfying(
            InvalidValue.class, refusal -> assertThat(refusal.field()).isEqualTo(field));
  }
}
