package org.defter.core.fact;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.defter.core.decision.Reason;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.id.FactId;
import org.jspecify.annotations.Nullable;

/** What happens to a fact. */
public sealed interface FactEvent extends ArchiveEvent {

  @Override
  FactId id();

  /** All that the fact says from now on. */
  Statement statement();

  /** How it stands from now on. */
  Standing standing();

  /** Why, for the events that need a reason. */
  @JsonIgnore
  default @Nullable Reason why() {
    return switch (this) {
      case FactRecorded _, CitationAdded _ -> null;
      case FactCorrected corrected -> corrected.reason();
      case FactRetracted retracted -> retracted.reason();
      case FactReinstated reinstated -> reinstated.reason();
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

  /** It was taken out of what counts. */
  record FactRetracted(FactId id, Statement statement, Standing standing, Reason reason)
      implements FactEvent {}

  /** It counts again. */
  record FactReinstated(FactId id, Statement statement, Standing standing, Reason reason)
      implements FactEvent {}
}
