package org.defter.core.fact;

import java.util.List;
import java.util.Objects;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Reason;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Quote;
import org.defter.core.value.PlainText;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/** What can be asked of the facts. */
public sealed interface FactCommand extends ArchiveCommand {

  @Override
  FactId id();

  /** The version it was made for; null when it is right for any. */
  default @Nullable Long expectedVersion() {
    return null;
  }

  /** Records what a source says. */
  record RecordFact(FactId id, Draft draft) implements FactCommand {}

  /** Changes what a fact says, because it was recorded wrongly or a better source is known. */
  record CorrectFact(FactId id, @Nullable Long expectedVersion, Changes changes, Reason reason)
      implements FactCommand {}

  /**
   * Changes what a fact says as was proposed. Goes with the acceptance of the proposal, in one
   * transaction.
   *
   * @param base what the fact said when it was proposed
   * @param proposed what it shall say
   * @param decision how, when the fact says something else than {@code base} now; null for {@link
   *     ReviewDecision#APPLY_CHANGES}
   */
  record ApplyCorrection(
      FactId id,
      @Nullable Long expectedVersion,
      Statement base,
      Statement proposed,
      @Nullable ReviewDecision decision,
      Reason reason)
      implements FactCommand {

    /** What this changes in a fact that says this now. */
    Changes changesOf(Statement now) {
      return Changes.between(
          decision == ReviewDecision.AS_PROPOSED ? now : base, proposed, furtherCitations(now));
    }

    private List<CitationDraft> furtherCitations(Statement now) {
      return proposed.citations().stream()
          .filter(citation -> base.citations().stream().noneMatch(citation::pointsAtSameWordsAs))
          .filter(citation -> now.citations().stream().noneMatch(citation::pointsAtSameWordsAs))
          .map(CitationDraft::of)
          .toList();
    }
  }

  /** Adds a citation to a fact. */
  record CiteSource(FactId id, @Nullable Long expectedVersion, CitationDraft citation)
      implements FactCommand {}

  /**
   * Takes a citation away, because the passage does not support the fact.
   *
   * @param citation its number
   */
  record WithdrawCitation(FactId id, @Nullable Long expectedVersion, int citation, Reason reason)
      implements FactCommand {}

  /**
   * Has the citations of a source follow its transcription into a newer revision. Right for any
   * version: it does what is left to do.
   *
   * @param revision that they are looked for in
   */
  record FollowRevision(FactId id, SourceId source, int revision) implements FactCommand {}

  /**
   * Points a citation at other words of its source, where it did not follow by itself or followed
   * wrongly.
   *
   * @param citation its number
   * @param revision the transcription revision the words are in; null for the newest
   * @param quote the words
   * @param reason why these; null where that needs no words
   */
  record ReanchorCitation(
      FactId id,
      @Nullable Long expectedVersion,
      int citation,
      @Nullable Integer revision,
      Quote quote,
      @Nullable Reason reason)
      implements FactCommand {}

  /** Says that a fact is doubted; it goes on counting. */
  record DisputeFact(FactId id, @Nullable Long expectedVersion, Reason reason)
      implements FactCommand {}

  /** Ends a dispute in favour of the fact. */
  record SettleDispute(FactId id, @Nullable Long expectedVersion, Reason reason)
      implements FactCommand {}

  /** Keeps a fact as known to be wrong, because a source says so. */
  record DeprecateFact(FactId id, @Nullable Long expectedVersion, Reason reason)
      implements FactCommand {}

  /** Takes a fact out of what counts, because it should never have been recorded. */
  record RetractFact(FactId id, @Nullable Long expectedVersion, Reason reason)
      implements FactCommand {}

  /** Makes a deprecated, retracted or merged fact count again. */
  record ReinstateFact(FactId id, @Nullable Long expectedVersion, Reason reason)
      implements FactCommand {}

  /**
   * Has another fact that says the same go on in the place of this one. Goes with {@link
   * AbsorbFact}, in one transaction.
   *
   * @param into the other
   */
  record MergeFact(FactId id, @Nullable Long expectedVersion, FactId into, Reason reason)
      implements FactCommand {}

  /**
   * Takes over the citations of a fact that is merged into this one. Goes before {@link MergeFact},
   * in one transaction.
   *
   * @param absorbed the fact that is merged
   */
  record AbsorbFact(FactId id, FactId absorbed, Reason reason) implements FactCommand {}

  /**
   * A statement as the archivist asks for it. See {@link Statement} for the fields.
   *
   * @param certainty null for certain
   */
  record Draft(
      SubjectId subject,
      PropertyId property,
      Value value,
      List<Qualifier> qualifiers,
      @Nullable Edtf valid,
      @Nullable Certainty certainty,
      List<CitationDraft> citations,
      @Nullable String uncitedReason) {
    public Draft {
      qualifiers = List.copyOf(qualifiers);
      citations = List.copyOf(citations);
      if (uncitedReason != null) {
        PlainText.line("uncitedReason", uncitedReason);
      }
    }
  }

  /**
   * What a correction changes; null leaves a part as it is.
   *
   * @param qualifiers replaces all of them
   * @param valid the new valid time, which may be "none"
   * @param cite further citations the correction rests on
   */
  record Changes(
      @Nullable SubjectId subject,
      @Nullable PropertyId property,
      @Nullable Value value,
      @Nullable List<Qualifier> qualifiers,
      @Nullable ValidTime valid,
      @Nullable Certainty certainty,
      List<CitationDraft> cite) {
    public Changes {
      qualifiers = qualifiers == null ? null : List.copyOf(qualifiers);
      cite = List.copyOf(cite);
    }

    /** What makes one statement say what another one says, citing these passages besides. */
    static Changes between(Statement before, Statement after, List<CitationDraft> cite) {
      return new Changes(
          changed(before.subject(), after.subject()),
          changed(before.property(), after.property()),
          changed(before.value(), after.value()),
          changed(before.qualifiers(), after.qualifiers()),
          Objects.equals(before.valid(), after.valid()) ? null : new ValidTime(after.valid()),
          changed(before.certainty(), after.certainty()),
          cite);
    }

    private static <T> @Nullable T changed(T before, T after) {
      return before.equals(after) ? null : after;
    }
  }

  /**
   * A valid time to change to.
   *
   * @param edtf null when the source does not say when it held
   */
  record ValidTime(@Nullable Edtf edtf) {}
}
