package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.id.FactId;
import org.defter.core.source.Passage;
import org.jspecify.annotations.Nullable;

/** What happens to a fact. */
public sealed interface FactEvent extends ArchiveEvent {

  @Override
  FactId id();

  /** All that the fact says from now on. */
  Statement statement();

  /** How it stands from now on. */
  Standing standing();

  @Override
  @JsonIgnore
  default @Nullable Reason why() {
    return switch (this) {
      case FactRecorded _, CitationAdded _, CitationUnanchored _ -> null;
      case FactCorrected corrected -> corrected.reason();
      case CitationWithdrawn withdrawn -> withdrawn.reason();
      case CitationReanchored reanchored -> reanchored.reason();
      case FactDisputed disputed -> disputed.reason();
      case DisputeSettled settled -> settled.reason();
      case FactDeprecated deprecated -> deprecated.reason();
      case FactRetracted retracted -> retracted.reason();
      case FactReinstated reinstated -> reinstated.reason();
      case FactMerged merged -> merged.reason();
      case FactAbsorbed absorbed -> absorbed.reason();
    };
  }

  /** What a source says was recorded. */
  record FactRecorded(FactId id, Statement statement, Standing standing) implements FactEvent {}

  /** What it says was changed. */
  record FactCorrected(FactId id, Statement statement, Standing standing, Reason reason)
      implements FactEvent {}

  /**
   * A further passage was cited.
   *
   * @param citation the number of the citation that was added
   */
  record CitationAdded(FactId id, Statement statement, Standing standing, int citation)
      implements FactEvent {}

  /**
   * A citation was taken away.
   *
   * @param citation the number it had
   */
  record CitationWithdrawn(
      FactId id, Statement statement, Standing standing, int citation, Reason reason)
      implements FactEvent {}

  /**
   * A citation points at its words in another revision of the transcription from now on, or at
   * others that were chosen for it.
   *
   * @param citation its number
   * @param fromRevision the transcription revision it pointed into before
   * @param reason why, where a person chose and said so
   */
  record CitationReanchored(
      FactId id,
      Statement statement,
      Standing standing,
      int citation,
      int fromRevision,
      @Nullable Reason reason)
      implements FactEvent {}

  /**
   * The words of a citation were looked for in a newer transcription, and it is for a person to say
   * which they are. It goes on pointing where it did.
   *
   * @param citation its number
   * @param revision the transcription revision that was searched
   * @param candidates passages of that revision, the likeliest first; at most ten
   */
  record CitationUnanchored(
      FactId id,
      Statement statement,
      Standing standing,
      int citation,
      int revision,
      AnchorState state,
      List<Passage> candidates)
      implements FactEvent {
    public CitationUnanchored {
      candidates = List.copyOf(candidates);
    }
  }

  /** Somebody doubts it; it goes on counting. */
  record FactDisputed(FactId id, Statement statement, Standing standing, Reason reason)
      implements FactEvent {}

  /** The doubt was settled in its favour. */
  record DisputeSettled(FactId id, Statement statement, Standing standing, Reason reason)
      implements FactEvent {}

  /** It is known to be wrong, and kept. */
  record FactDeprecated(FactId id, Statement statement, Standing standing, Reason reason)
      implements FactEvent {}

  /** It was taken out of what counts. */
  record FactRetracted(FactId id, Statement statement, Standing standing, Reason reason)
      implements FactEvent {}

  /** It counts again. */
  record FactReinstated(FactId id, Statement statement, Standing standing, Reason reason)
      implements FactEvent {}

  /**
   * Another fact that says the same goes on in its place.
   *
   * @param into the other, which holds its citations from now on
   */
  record FactMerged(FactId id, Statement statement, Standing standing, FactId into, Reason reason)
      implements FactEvent {}

  /**
   * It goes on in the place of another fact, and holds the citations of both.
   *
   * @param absorbed the other
   */
  record FactAbsorbed(
      FactId id, Statement statement, Standing standing, FactId absorbed, Reason reason)
      implements FactEvent {}
}
