package org.defter.core.source;

import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.PlainText;

/**
 * A stretch of a transcription. Modelled on the W3C Web Annotation TextQuoteSelector and
 * TextPositionSelector, both at once, so that it can be found again when the transcription is
 * revised.
 *
 * @param revision the transcription revision the offsets count in
 * @param language the language of the transcription
 * @param paragraph counts the non-empty lines, from 1; the one the passage begins in
 * @param exact the words themselves, as they stand in the transcription
 * @param prefix up to 64 code points that stand before them in the paragraph
 * @param suffix up to 64 code points that stand after them in the paragraph they end in
 * @param start Unicode code points before the passage, from the beginning of the transcription
 * @param end code points up to the end of the passage
 */
public record Passage(
    int revision,
    LanguageTag language,
    int paragraph,
    String exact,
    String prefix,
    String suffix,
    int start,
    int end) {

  public Passage {
    PlainText.document("passage.exact", exact);
    if (revision < 1 || paragraph < 1 || start < 0 || end <= start) {
      throw new InvalidValue("passage", Detail.of("source.passage"));
    }
  }
}
