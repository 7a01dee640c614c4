package org.defter.query.source;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.core.source.SourceDescription;
import org.defter.core.value.LanguageTag;
import org.defter.query.fact.FactView;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A document.
 *
 * @param id its identifier
 * @param version from 1
 * @param description what is said of it
 * @param transcription its newest transcription, without the words; null while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
    SourceId id, long version, SourceDescription description, @Nullable Digest transcription) {

  /**
   * A transcription without its words.
   *
   * @param revision from 1; the earlier ones are all the numbers before it
   * @param sha256 of the text in UTF-8
   */
  public record Digest(int revision, LanguageTag language, String sha256) {}

  /**
   * The facts on the passages of a source.
   *
   * @param total how many accepted facts cite it
   * @param paragraphs in order; those without facts are left out
   */
  public record Facts(SourceId source, long total, List<OfParagraph> paragraphs, Labels labels) {}

  /** The passages that begin in a paragraph, in order. */
  public record OfParagraph(int paragraph, List<OnPassage> passages) {}

  /**
   * A fact on a passage.
   *
   * @param version of the fact
   * @param standing how it stands
   * @param known when this version was the archive's knowledge
   * @param revision the transcription revision that the offsets count in
   * @param start code points before the passage, from the beginning of the transcription
   * @param end code points up to its end
   * @param citation the number of the citation
   * @param citationCount how many citations the fact has in all
   */
  public record OnPassage(
      FactId fact,
      long version,
      Standing standing,
      FactView.Known known,
      int revision,
      int start,
      int end,
      String exact,
      int citation,
      int citationCount,
      Statement statement) {}
}
