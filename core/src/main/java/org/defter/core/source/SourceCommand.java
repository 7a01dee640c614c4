package org.defter.core.source;

import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Reason;
import org.defter.core.id.SourceId;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/** What can be asked of the documents. */
public sealed interface SourceCommand extends ArchiveCommand {

  @Override
  SourceId id();

  /** Takes a document in, with its first transcription where there is one. */
  record DepositSource(SourceId id, SourceDescription description, @Nullable Reading reading)
      implements SourceCommand {}

  /** Gives a better reading of a document's words. */
  record ReviseTranscription(
      SourceId id, @Nullable Long expectedVersion, Reading reading, Reason reason)
      implements SourceCommand {}

  /**
   * Says who may correct what is cited from a source and from everything below it.
   *
   * @param rule null to leave it to the sources above it again
   */
  record SetCorrectionRule(
      SourceId id, @Nullable Long expectedVersion, @Nullable CorrectionRule rule)
      implements SourceCommand {}

  /**
   * Somebody's reading of a document.
   *
   * @param text the words; paragraphs are the non-empty lines
   * @param language of the text
   */
  record Reading(String text, LanguageTag language) {
    public Reading {
      PlainText.document("transcription.text", text);
    }
  }
}
