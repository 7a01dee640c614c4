package org.defter.query.recording;

import java.util.List;
import java.util.stream.Stream;
import org.defter.core.source.Anchoring;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.core.source.Transcription;
import org.defter.core.value.InvalidValue;
import org.defter.query.decision.Form;
import org.jspecify.annotations.Nullable;

/**
 * The words that were selected or typed. What tells their place may be of words that were changed
 * by hand since: then it does not count.
 *
 * @param exact the words
 * @param prefix what stands before them
 * @param suffix what stands after them
 * @param paragraph the paragraph they begin in
 * @param start code points before them
 */
public record TypedQuote(
    String exact,
    String prefix,
    String suffix,
    @Nullable Integer paragraph,
    @Nullable Integer start) {

  /** What a form says. A form ends lines as no transcription does. */
  public static TypedQuote of(Form form) {
    return new TypedQuote(
        form.text("exact").replace("\r\n", "\n"),
        form.untrimmed("prefix"),
        form.untrimmed("suffix"),
        number(form.text("paragraph")),
        number(form.text("start")));
  }

  /** An empty form. */
  public static TypedQuote empty() {
    return new TypedQuote("", "", "", null, null);
  }

  private static @Nullable Integer number(String text) {
    return text.matches("\\d{1,9}") ? Integer.valueOf(text) : null;
  }

  /** The same words at a place where they were found. */
  public TypedQuote at(Passage passage) {
    return new TypedQuote(
        passage.exact(), passage.prefix(), passage.suffix(), passage.paragraph(), passage.start());
  }

  /** Where they stand, by the nearest description that leads to a place at all. */
  public List<Passage> in(Transcription text) {
    if (exact.isEmpty()) {
      return List.of();
    }
    try {
      Anchoring anchoring = new Anchoring(text);
      Quote surrounded = new Quote(exact, orNull(prefix), orNull(suffix), paragraph, null);
      return Stream.of(
              start == null ? surrounded : new Quote(exact, null, null, paragraph, start),
              surrounded,
              new Quote(exact, null, null, paragraph, null),
              Quote.of(exact))
          .map(anchoring::find)
          .filter(found -> !found.isEmpty())
          .findFirst()
          .orElse(List.of());
    } catch (InvalidValue unfit) {
      return List.of();
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
