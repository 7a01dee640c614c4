package org.defter.core.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.ENGLISH;
import static org.defter.core.Lighthouse.LOST;
import static org.defter.core.Lighthouse.PHOTOGRAPH;
import static org.defter.core.Lighthouse.described;

import java.util.List;
import org.defter.core.Lighthouse;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.id.SourceId;
import org.defter.core.source.CorrectionRule.People;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.core.source.SourceCommand.Reading;
import org.defter.core.source.SourceCommand.ReviseTranscription;
import org.defter.core.source.SourceCommand.SetCorrectionRule;
import org.defter.core.source.SourceEvent.CorrectionRuleSet;
import org.defter.core.source.SourceEvent.SourceDeposited;
import org.defter.core.source.SourceEvent.TranscriptionRevised;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceTest {

  private static final SourceId ID = new SourceId("letter");
  private static final SourceDescription LETTER = described("A letter");
  private static final Reason REASON =
      new Reason(ReasonType.TRANSCRIPTION_ERROR, "read under better light");
  private static final SourceEvent DEPOSITED =
      new SourceDeposited(ID, LETTER, Transcription.of(1, "Dear Ann", ENGLISH));
  private static final SourceEvent REVISED =
      new TranscriptionRevised(ID, LETTER, Transcription.of(2, "Dear Anna", ENGLISH), REASON);

  private static final CorrectionRule RULE =
      new CorrectionRule(new People(List.of("curator"), List.of()), null);
  private static final SourceEvent RULED =
      new CorrectionRuleSet(ID, LETTER, Transcription.of(1, "Dear Ann", ENGLISH), RULE);

  @Test
  void takesARuleAndGivesItUpAgain() {
    Source deposited = Source.evolve(null, DEPOSITED);
    Source ruled = Source.evolve(deposited, RULED);

    assertThat(deciding(deposited, new SetCorrectionRule(ID, 1L, RULE)))
        .isEqualTo(Decision.accept(RULED));
    assertThat(ruled).returns(RULE, Source::rule).returns(2L, Source::version);
    assertThat(Source.evolve(ruled, REVISED).rule()).isEqualTo(RULE);
    assertThat(deciding(ruled, new SetCorrectionRule(ID, 2L, null)))
        .isEqualTo(
            Decision.accept(
                new CorrectionRuleSet(ID, LETTER, Transcription.of(1, "Dear Ann", ENGLISH), null)));
  }

  @Test
  void refusesARuleThatIsThereAlreadyOrMadeForAnOlderVersion() {
    Source ruled = Source.evolve(Source.evolve(null, DEPOSITED), RULED);

    assertThat(deciding(ruled, new SetCorrectionRule(ID, 2L, RULE)))
        .isEqualTo(
            Decision.refuse(new Refusal.NothingChanges("rule", Detail.of("source.same-rule"))));
    assertThat(deciding(ruled, new SetCorrectionRule(ID, 1L, null)))
        .isEqualTo(Decision.refuse(new Refusal.StaleVersion(1, 2)));
    assertThat(deciding(null, new SetCorrectionRule(ID, null, RULE)))
        .isEqualTo(Decision.refuse(new Refusal.NotFound(ID)));
  }

  @Test
  void depositsASourceWithItsFirstTranscription() {
    assertThat(deciding(null, new DepositSource(ID, LETTER, new Reading("Dear Ann", ENGLISH))))
        .isEqualTo(Decision.accept(DEPOSITED));
  }

  @Test
  void depositsASourceWithoutText() {
    assertThat(deciding(null, new DepositSource(ID, LETTER, null)))
        .isEqualTo(Decision.accept(new SourceDeposited(ID, LETTER, null)));
  }

  @Test
  void depositsAPartOfASource() {
    SourceDescription part = partOf(PHOTOGRAPH);

    assertThat(deciding(null, new DepositSource(ID, part, null)))
        .isEqualTo(Decision.accept(new SourceDeposited(ID, part, null)));
  }

  @Test
  void refusesAPartOfASourceThatIsNotThere() {
    assertThat(deciding(null, new DepositSource(ID, partOf(LOST), null)))
        .isEqualTo(Decision.refuse(new Refusal.UnknownReference("parent", LOST)));
  }

  @Test
  void refusesASourceThatIsAPartOfItself() {
    assertThat(deciding(null, new DepositSource(ID, partOf(ID), null)))
        .isEqualTo(Decision.refuse(new Refusal.UnknownReference("parent", ID)));
  }

  @Test
  void refusesASecondDepositOfTheSameId() {
    assertThat(deciding(after(DEPOSITED), new DepositSource(ID, LETTER, null)))
        .isEqualTo(Decision.refuse(new Refusal.AlreadyExists(ID)));
  }

  @Test
  void revisesTheTranscription() {
    assertThat(deciding(after(DEPOSITED), revision(1L, "Dear Anna", ENGLISH)))
        .isEqualTo(Decision.accept(REVISED));
  }

  @Test
  void givesASourceWithoutTextItsFirstTranscription() {
    assertThat(
            deciding(
                after(new SourceDeposited(ID, LETTER, null)), revision(1L, "Dear Ann", ENGLISH)))
        .isEqualTo(
            Decision.accept(
                new TranscriptionRevised(
                    ID, LETTER, Transcription.of(1, "Dear Ann", ENGLISH), REASON)));
  }

  @Test
  void takesTheSameWordsInAnotherLanguage() {
    LanguageTag danish = new LanguageTag("da");

    assertThat(deciding(after(DEPOSITED), revision(null, "Dear Ann", danish)))
        .isEqualTo(
            Decision.accept(
                new TranscriptionRevised(
                    ID, LETTER, Transcription.of(2, "Dear Ann", danish), REASON)));
  }

  @Test
  void goesBackToAnEarlierReading() {
    assertThat(deciding(after(DEPOSITED, REVISED), revision(2L, "Dear Ann", ENGLISH)))
        .isEqualTo(
            Decision.accept(
                new TranscriptionRevised(
                    ID, LETTER, Transcription.of(3, "Dear Ann", ENGLISH), REASON)));
  }

  @Test
  void refusesTheSameReadingAgain() {
    assertThat(deciding(after(DEPOSITED), revision(1L, "Dear Ann", ENGLISH)))
        .isEqualTo(
            Decision.refuse(
                new Refusal.NothingChanges("text", Detail.of("source.same-transcription"))));
  }

  @Test
  void refusesToReviseWhatIsNotThere() {
    assertThat(deciding(null, revision(null, "Dear Ann", ENGLISH)))
        .isEqualTo(Decision.refuse(new Refusal.NotFound(ID)));
  }

  @Test
  void refusesAVersionThatHasPassed() {
    assertThat(deciding(after(DEPOSITED, REVISED), revision(1L, "Dear Annie", ENGLISH)))
        .isEqualTo(Decision.refuse(new Refusal.StaleVersion(1, 2)));
  }

  @Test
  void refusesAReadingWithoutWords() {
    assertThatThrownBy(() -> new Reading(" \n", ENGLISH))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> assertThat(refusal.field()).isEqualTo("transcription.text"));
  }

  @Test
  void replayingEventsKeepsEveryRevision() {
    Source source = after(DEPOSITED, REVISED);

    assertThat(source.version()).isEqualTo(2);
    assertThat(source.transcriptions())
        .extracting(Transcription::text)
        .containsExactly("Dear Ann", "Dear Anna");
    assertThat(source.transcription(null)).isEqualTo(REVISED.transcription());
    assertThat(source.transcription(1)).isEqualTo(DEPOSITED.transcription());
    assertThat(source.transcription(0)).isNull();
    assertThat(source.transcription(3)).isNull();
  }

  @Test
  void aSourceWithoutTextHasNoRevision() {
    Source source = after(new SourceDeposited(ID, LETTER, null));

    assertThat(source.transcription(null)).isNull();
    assertThat(source.transcription(1)).isNull();
  }

  @Test
  void nothingHappensToASourceBeforeItIsDeposited() {
    assertThatThrownBy(() -> after(REVISED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("source/letter changes before it begins");
  }

  @Test
  void noSourceIsDepositedTwice() {
    assertThatThrownBy(() -> after(DEPOSITED, DEPOSITED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("source/letter begins a second time");
  }

  @Test
  void noRevisionIsLeftOut() {
    SourceEvent third =
        new TranscriptionRevised(ID, LETTER, Transcription.of(3, "Dear", ENGLISH), REASON);

    assertThatThrownBy(() -> after(DEPOSITED, third))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("missing before revision 3");
  }

  private static SourceDescription partOf(SourceId parent) {
    return new SourceDescription(
        "A page", null, List.of(), null, List.of(), Level.ITEM, parent, Access.OPEN);
  }

  private static ReviseTranscription revision(
      @Nullable Long expected, String text, LanguageTag language) {
    return new ReviseTranscription(ID, expected, new Reading(text, language), REASON);
  }

  private static Decision<SourceEvent> deciding(@Nullable Source state, SourceCommand command) {
    return Source.decide(state, command, Lighthouse.archive());
  }

  private static Source after(SourceEvent first, SourceEvent... later) {
    Source source = Source.evolve(null, first);
    for (SourceEvent event : later) {
      source = Source.evolve(source, event);
    }
    return source;
  }
}
