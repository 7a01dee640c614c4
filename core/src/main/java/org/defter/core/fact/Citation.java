package org.defter.core.fact;

import org.defter.core.id.SourceId;
import org.defter.core.source.Passage;
import org.jspecify.annotations.Nullable;

/**
 * A passage of a source that supports a fact.
 *
 * @param number counts the fact's citations from 1, in the order they were made; never used again
 * @param source the document
 * @param passage the words in it
 * @param note the archivist's remark; null where there is none
 * @param confidence how well the passage supports the fact
 */
public record Citation(
    int number, SourceId source, Passage passage, @Nullable String note, Certainty confidence) {

  /** The same citation, as the one of this number. */
  Citation numbered(int number) {
    return new Citation(number, source, passage, note, confidence);
  }

  /** The same citation, pointing at these words. */
  Citation at(Passage passage) {
    return new Citation(number, source, passage, note, confidence);
  }

  /** Whether both point at the same words of the same source. */
  public boolean pointsAtSameWordsAs(Citation other) {
    return source.equals(other.source) && passage.equals(other.passage);
  }
}
