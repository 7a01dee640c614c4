package org.defter.query.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.Comparator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.defter.query.provenance.Layout.Box;
import org.defter.query.provenance.Layout.Lane;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class PictureTest {

  private static final Bundle HISTORY = EventfulFact.document().bundles().getFirst();
  private static final Layout LAYOUT = Layout.of(HISTORY);

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
    String svg = Picture.draw(EventfulFact.document());
    var document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(svg)));

    assertThat(document.getDocumentElement().getTagName()).isEqualTo("svg");
    assertThat(document.getElementsByTagName("desc").item(0).getTextContent())
        .contains("bob: corrected 1 March 2026, 12:00:00 UTC why: counted again")
        .contains("on behalf of museum")
        .contains("corrected, accepted the proposed correction");
    assertThat(document.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg).contains("Ann &quot;A.&quot; Berg");
  }

  @Test
  void wrapsWordsAndCutsWhatFitsIntoNoLine() {
    assertThat(Words.wrapped("a passage of a chronicle that goes on and on"))
        .containsExactly("a passage of a chronicle", "that goes on and on");
    assertThat(Words.wrapped("x".repeat(28))).containsExactly("x".repeat(26), "xx");
    assertThat(Words.wrapped("word ".repeat(100))).hasSize(4);
    assertThat(Words.wrapped("𝔵".repeat(27))).containsExactly("𝔵".repeat(26), "𝔵");
  }
}
