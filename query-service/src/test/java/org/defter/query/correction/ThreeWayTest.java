package org.defter.query.correction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Statement;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ThreeWayTest {

  private static Statement says(String value, @Nullable String valid, Citation... citations) {
    return new Statement(
        new SubjectId("mill"),
        new PropertyId("owner"),
        new Value.Text(value, new LanguageTag("en")),
        List.of(),
        valid == null ? null : Edtf.parse(valid),
        Certainty.CERTAIN,
        List.of(citations),
        null);
  }

  private static Citation cites(int number, String words) {
    return new Citation(
        number,
        new SourceId("deed"),
        new Passage(1, new LanguageTag("en"), 1, words, "", "", 0, words.length()),
        null,
        Certainty.CERTAIN);
  }

  private static String shown(ThreeWay field) {
    return "%s: %s, %s, %s%s"
        .formatted(
            field.field(),
            field.base() == null ? "-" : field.base().path("text").asString("there"),
            field.now() == null ? "-" : field.now().path("text").asString("there"),
            field.proposed() == null ? "-" : field.proposed().path("text").asString("there"),
            field.conflict() ? " (conflict)" : "");
  }

  @Test
  void showsOnlyWhatDiffers() {
    assertThat(ThreeWay.of(says("Ann", "1890"), says("Ann", "1890"), says("Eve", "1890")))
        .extracting(ThreeWayTest::shown)
        .containsExactly("value: Ann, Ann, Eve");
  }

  @Test
  void marksWhatBothSidesChangedDifferently() {
    assertThat(ThreeWay.of(says("Ann", null), says("Bob", null), says("Eve", null)))
        .extracting(ThreeWayTest::shown)
        .containsExactly("value: Ann, Bob, Eve (conflict)");
  }

  @Test
  void marksNothingThatBothSidesChangedAlike() {
    assertThat(ThreeWay.of(says("Ann", null), says("Eve", null), says("Eve", null)))
        .extracting(ThreeWayTest::shown)
        .containsExactly("value: Ann, Eve, Eve");
  }

  @Test
  void showsWhatOthersChangedThatTheProposalLeavesAlone() {
    List<ThreeWay> fields = ThreeWay.of(says("Ann", null), says("Ann", "1890"), says("Eve", null));

    assertThat(fields).extracting(ThreeWay::field).containsExactly("value", "valid");
    assertThat(fields).extracting(ThreeWay::conflict).containsOnly(false);
    assertThat(fields.get(1).now()).hasToString("\"1890\"");
    assertThat(fields.get(1).proposed()).isNull();
  }

  @Test
  void citationsOfBothSidesStandBesideEachOther() {
    assertThat(
            ThreeWay.of(
                says("Ann", null, cites(1, "one")),
                says("Ann", null, cites(1, "one"), cites(2, "theirs"), cites(3, "both")),
                says("Ann", null, cites(1, "one"), cites(2, "ours"), cites(3, "both"))))
        .extracting(ThreeWayTest::shown)
        .containsExactly(
            "cite[0]: -, -, there",
            "cite[1]: -, there, there",
            "citations[2]: -, there, -",
            "citations[3]: -, there, -");
  }
}
