package org.defter.query.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.defter.query.provenance.Layout.Box;
import org.defter.query.provenance.Layout.Lane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.xml.sax.InputSource;

class PictureTest {

  private static final Bundle HISTORY = EventfulFact.document().bundles().getFirst();
  private static final Words ENGLISH = words("en");
  private static final Layout LAYOUT = Layout.of(HISTORY, ENGLISH);

  @Test
  void noBoxLiesOnAnother() {
    List<Box> boxes = LAYOUT.boxes();
    for (Box one : boxes) {
      assertThat(one.y() + one.height()).isLessThan(LAYOUT.height());
      for (Box other : boxes) {
        if (!one.equals(other) && one.lane() == other.lane()) {
          assertThat(one.y() >= other.y() + other.height() || other.y() >= one.y() + one.height())
              .as("%s and %s", one, other)
              .isTrue();
        }
      }
    }
  }

  @Test
  void timeRunsDownwards() {
    List<Box> done = LAYOUT.boxes().stream().filter(b -> b.lane() == Lane.ACTIVITIES).toList();

    assertThat(done).hasSizeGreaterThan(12).isSortedAccordingTo((a, b) -> a.y() - b.y());
    assertThat(done).isSortedAccordingTo(Comparator.comparing(box -> box.element().ended()));
  }

  @Test
  void showsEveryVersionEveryActorAndEveryPassage() {
    assertThat(LAYOUT.boxes().stream().filter(box -> box.element().is(Terms.VERSION)).count())
        .isEqualTo(12);
    for (Element element : HISTORY.elements()) {
      boolean acts =
          HISTORY.relations().stream()
              .anyMatch(
                  one -> one.kind() == Relation.Kind.ASSOCIATION && element.id().equals(one.to()));
      if (acts || element.is(Terms.PASSAGE)) {
        assertThat(LAYOUT.boxes()).anyMatch(box -> box.element().equals(element));
      }
    }
  }

  @Test
  void isWellFormedAndTellsItselfInWords() throws Exception {
    String svg = Picture.draw(EventfulFact.document(), ENGLISH);
    var document = parsed(svg);

    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
        .contains("bob: corrected 1 March 2026, 12:00:00 UTC Why: counted again")
        .contains("on behalf of museum")
        .contains("corrected, accepted the proposed correction");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg).contains("Ann &quot;A.&quot; Berg");
  }

  @ParameterizedTest
  @CsvSource({"ru, Кто, bob: исправлен 1 марта 2026", "az, Kim, bob: düzəldilib 1 mart 2026"})
  void speaksTheLanguageOfItsReader(String language, String lane, String told) throws Exception {
    String svg = Picture.draw(EventfulFact.document(), words(language));

    assertThat(parsed(svg).getDocumentElement().getAttribute("lang")).isEqualTo(language);
    assertThat(svg.replaceAll("<title>http[^<]*", ""))
        .contains(">" + lane + "<", told)
        .doesNotContain("corrected", "recorded", "version", "paragraph", "revision", "behalf");
  }

  @Test
  void wrapsWordsAndCutsWhatFitsIntoNoLine() {
    assertThat(Words.wrapped("a passage of a chronicle that goes on and on"))
        .containsExactly("a passage of a chronicle", "that goes on and on");
    assertThat(Words.wrapped("x".repeat(28))).containsExactly("x".repeat(26), "xx");
    assertThat(Words.wrapped("word ".repeat(100))).hasSize(4);
    assertThat(Words.wrapped("𝔵".repeat(27))).containsExactly("𝔵".repeat(26), "𝔵");
  }

  private static org.w3c.dom.Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }

  private static Words words(String language) {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return new Words(messages, List.of(Locale.of(language)));
  }
}
