package org.defter.core.fact;

import org.defter.core.id.SourceId;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * A citation as the archivist asks for it, before the words are found.
 *
 * @param source the document
 * @param revision the transcription revision the words are in; null for the newest
 * @param quote the words
 * @param note a remark; null for none
 * @param confidence how well it supports the fact; null for certain
 */
public record CitationDraft(
    SourceId source,
    @Nullable Integer revision,
    Quote quote,
    @Nullable String note,
    @Nullable Certainty confidence) {
  public CitationDraft {
    if (note != null) {
      PlainText.line("note", note);
    }
  }

  /** What leads to this very citation again. */
  static CitationDraft of(Citation citation) {
    Passage passage = citation.passage();
    return new CitationDraft(
        citation.source(),
        passage.revision(),
        new Quote(passage.exact(), null, null, passage.paragraph(), passage.start()),
        citation.note(),
        citation.confidence());
  }
}
