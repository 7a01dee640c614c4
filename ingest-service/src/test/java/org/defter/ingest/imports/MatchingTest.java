package org.defter.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Value;
import org.defter.ingest.command.StatementKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MatchingTest {

  private static final StatementKey KEY = key("first");
  private static final StatementKey OTHER_KEY = key("second");
  private static final List<Qualifier> NONE = List.of();
  private static final List<Qualifier> TEMPORARY =
      List.of(new Qualifier(new PropertyId("temporary"), new Value.Truth(true)));
  private static final List<Qualifier> FOR_GOOD =
      List.of(new Qualifier(new PropertyId("temporary"), new Value.Truth(false)));
  private static final Passage HERE = passage(0);
  private static final Passage THERE = passage(50);

  @Test
  void whatNobodySaidIsNew() {
    assertThat(match(claim(null, NONE, HERE))).isEqualTo(new Match.New(null));
  }

  @Test
  void theSameWithTheSameWordsIsUnchanged() {
    assertThat(match(claim("1991", NONE, HERE), recorded("a", "1991", NONE, HERE)))
        .isEqualTo(new Match.Unchanged(new FactId("a")));
  }

  @Test
  void theSameWithOtherWordsIsAFurtherCitation() {
    assertThat(match(claim("1991", NONE, THERE), recorded("a", "1991", NONE, HERE)))
        .isEqualTo(new Match.Cites(new FactId("a")));
  }

  @Test
  void aTimeIsAddedToAnUndatedFact() {
    assertThat(match(claim("1991", NONE, THERE), recorded("a", null, NONE, HERE)))
        .isEqualTo(new Match.Dates(new FactId("a"), 1, false));
  }

  @Test
  void aTimeFromTheSameWordsIsAddedWithoutCitingThemAgain() {
    assertThat(match(claim("1991", NONE, HERE), recorded("a", null, NONE, HERE)))
        .isEqualTo(new Match.Dates(new FactId("a"), 1, true));
  }

  @Test
  void anUndatedClaimIsAFurtherCitationOfTheOneDatedFact() {
    assertThat(match(claim(null, NONE, THERE), recorded("a", "1991", NONE, HERE)))
        .isEqualTo(new Match.Cites(new FactId("a")));
  }

  @Test
  void anUndatedClaimThatWasCitedSoIsUnchanged() {
    History dated = recorded("a", "1991", NONE, HERE);
    History cited = dated.after(citing(dated, THERE));

    assertThat(match(claim(null, NONE, THERE), cited))
        .isEqualTo(new Match.Unchanged(new FactId("a")));
  }

  @Test
  void anUndatedClaimThatCouldBelongToTwoDatedFactsIsNewAndPossiblyADuplicate() {
    assertThat(
            match(
                claim(null, NONE, THERE),
                recorded("a", "1991", NONE, HERE),
                recorded("b", "1994", NONE, HERE)))
        .isEqualTo(new Match.New(new FactId("a")));
  }

  @Test
  void anotherTimeIsAnotherFact() {
    assertThat(match(claim("1994", NONE, THERE), recorded("a", "1991", NONE, HERE)))
        .isEqualTo(new Match.New(null));
  }

  @Test
  void otherQualifiersMakeAPossibleDuplicate() {
    assertThat(match(claim(null, NONE, THERE), recorded("a", null, TEMPORARY, HERE)))
        .isEqualTo(new Match.New(new FactId("a")));
    assertThat(match(claim("1991", FOR_GOOD, THERE), recorded("a", "1991", TEMPORARY, HERE)))
        .isEqualTo(new Match.New(new FactId("a")));
  }

  @Test
  void otherQualifiersAtAnotherTimeMakeNoDuplicate() {
    assertThat(match(claim("1994", NONE, THERE), recorded("a", "1991", TEMPORARY, HERE)))
        .isEqualTo(new Match.New(null));
  }

  @Test
  void theOrderOfQualifiersDoesNotMatter() {
    List<Qualifier> both = List.of(TEMPORARY.getFirst(), FOR_GOOD.getFirst());

    assertThat(match(claim(null, both.reversed(), THERE), recorded("a", null, both, HERE)))
        .isEqualTo(new Match.Cites(new FactId("a")));
  }

  @Test
  void whatAFactSaidBeforeItWasCorrectedIsUnchanged() {
    History before = recorded("a", null, NONE, HERE);
    History after = before.after(corrected(before, OTHER_KEY, "1991"));

    assertThat(match(claim(null, NONE, HERE), after))
        .isEqualTo(new Match.Unchanged(new FactId("a")));
  }

  @Test
  void aFactThatSaysSomethingElseTodayIsNotCited() {
    History before = recorded("a", null, NONE, HERE);
    History after = before.after(corrected(before, OTHER_KEY, null));

    assertThat(match(claim(null, NONE, THERE), after)).isEqualTo(new Match.New(null));
  }

  @Test
  void aRetractedFactIsRecognisedButNotCited() {
    History fact = recorded("a", null, NONE, HERE);
    History retracted = fact.after(retracting(fact));

    assertThat(match(claim(null, NONE, HERE), retracted))
        .isEqualTo(new Match.Unchanged(new FactId("a")));
    assertThat(match(claim(null, NONE, THERE), retracted)).isEqualTo(new Match.New(null));
  }

  @Test
  void theVersionAFactIsAtIsTheOneToCorrect() {
    History fact = recorded("a", null, NONE, HERE);

    assertThat(match(claim("1991", NONE, passage(99)), fact.after(citing(fact, THERE))))
        .isEqualTo(new Match.Dates(new FactId("a"), 2, false));
  }

  private static Match match(Claim claim, History... candidates) {
    return Matching.match(claim, List.of(candidates));
  }

  private static StatementKey key(String value) {
    return new StatementKey(
        new SubjectId("subject"),
        new PropertyId("property"),
        new Value.Text(value, LanguageTag.UNDETERMINED));
  }

  private static Passage passage(int start) {
    return new Passage(1, LanguageTag.UNDETERMINED, 1, "words", "", "", start, start + 5);
  }

  private static Claim claim(@Nullable String valid, List<Qualifier> qualifiers, Passage words) {
    return new Claim(
        new FactId("row"), KEY, qualifiers, edtf(valid), new SourceId("essay"), words, null);
  }

  private static @Nullable Edtf edtf(@Nullable String text) {
    return text == null ? null : Edtf.parse(text);
  }

  private static History recorded(
      String id, @Nullable String valid, List<Qualifier> qualifiers, Passage words) {
    Statement statement = statement(KEY, valid, qualifiers, List.of(citation(1, words)));
    return History.of(new FactEvent.FactRecorded(new FactId(id), statement, Standing.ACCEPTED));
  }

  private static Citation citation(int number, Passage words) {
    return new Citation(number, new SourceId("essay"), words, null, Certainty.CERTAIN);
  }

  private static Statement statement(
      StatementKey key,
      @Nullable String valid,
      List<Qualifier> qualifiers,
      List<Citation> citations) {
    return new Statement(
        key.subject(),
        key.property(),
        key.value(),
        qualifiers,
        edtf(valid),
        Certainty.CERTAIN,
        citations,
        null);
  }

  private static FactEvent citing(History fact, Passage words) {
    Statement now = fact.now().statement();
    String valid = now.valid() == null ? null : now.valid().text();
    List<Citation> both = List.of(now.citations().getFirst(), citation(2, words));
    return new FactEvent.CitationAdded(
        fact.id(), statement(KEY, valid, now.qualifiers(), both), Standing.ACCEPTED, 2);
  }

  private static FactEvent corrected(History fact, StatementKey key, @Nullable String valid) {
    Statement now = fact.now().statement();
    return new FactEvent.FactCorrected(
        fact.id(),
        statement(key, valid, now.qualifiers(), now.citations()),
        Standing.ACCEPTED,
        new Reason(ReasonType.WRONG_ATTRIBUTION, null));
  }

  private static FactEvent retracting(History fact) {
    return new FactEvent.FactRetracted(
        fact.id(), fact.now().statement(), Standing.RETRACTED, new Reason(ReasonType.POLICY, null));
  }
}
