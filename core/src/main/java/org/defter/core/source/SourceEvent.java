package org.defter.core.source;

import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.id.SourceId;
import org.jspecify.annotations.Nullable;

/** What happens to a document. */
public sealed interface SourceEvent extends ArchiveEvent {

  @Override
  SourceId id();

  /** What is said of it, from now on. */
  SourceDescription description();

  /** Its newest transcription; null while there is none. */
  @Nullable Transcription transcription();

  /** A document was taken in. */
  record SourceDeposited(
      SourceId id, SourceDescription description, @Nullable Transcription transcription)
      implements SourceEvent {}

  /** A further revision of its transcription was made. */
  record TranscriptionRevised(
      SourceId id, SourceDescription description, Transcription transcription, Reason reason)
      implements SourceEvent {
    @Override
    public Reason why() {
      return reason;
    }
  }

  /** The same, as it was stored while reasons had no type. No longer written. */
  record TranscriptionRevisedV1(
      SourceId id, SourceDescription description, Transcription transcription, String reason)
      implements SourceEvent {
    @Override
    public Reason why() {
      return new Reason(ReasonType.OTHER, reason);
    }
  }

  /**
   * It was said who may correct what is cited from it and from everything below it.
   *
   * @param rule null when that is left to the sources above it again
   */
  record CorrectionRuleSet(
      SourceId id,
      SourceDescription description,
      @Nullable Transcription transcription,
      @Nullable CorrectionRule rule)
      implements SourceEvent {}
}
