package org.defter.core.source;

import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The words someone points at, with as much of their surroundings as is needed to find them in one
 * place only.
 *
 * @param exact the words, as they stand in the transcription
 * @param prefix words that must stand right before; null when it does not matter
 * @param suffix words that must stand right after; null when it does not matter
 * @param paragraph the paragraph they begin in, from 1; null when it does not matter
 * @param start code points before them in the transcription; null when it does not matter
 */
public record Quote(
    String exact,
    @Nullable String prefix,
    @Nullable String suffix,
    @Nullable Integer paragraph,
    @Nullable Integer start) {

  public Quote {
    PlainText.document("quote.exact", exact);
    limit("quote.exact", exact);
    limit("quote.prefix", prefix);
    limit("quote.suffix", suffix);
    if (paragraph != null && paragraph < 1) {
      throw new InvalidValue("quote.paragraph", Detail.of("value.counts-from", 1));
    }
    if (start != null && start < 0) {
      throw new InvalidValue("quote.start", Detail.of("value.counts-from", 0));
    }
  }

  private static void limit(String field, @Nullable String text) {
    if (text != null && text.length() > PlainText.LINE_LIMIT) {
      throw new InvalidValue(
          field, Detail.of("value.too-long", text.length(), PlainText.LINE_LIMIT));
    }
  }

  /** These words, anywhere. */
  public static Quote of(String exact) {
    return new Quote(exact, null, null, null, null);
  }

  /** These words, in this paragraph. */
  public static Quote inParagraph(int paragraph, String exact) {
    return new Quote(exact, null, null, paragraph, null);
  }
}
