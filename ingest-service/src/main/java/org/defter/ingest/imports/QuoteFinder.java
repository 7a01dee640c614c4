package org.defter.ingest.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defter.core.detail.Detail;
import org.defter.core.source.Anchoring;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.jspecify.annotations.Nullable;

/**
 * Finds the words each row quotes. Where they stand in a paragraph several times, a table that goes
 * along with the text means the next place: the first one that does not begin before the previous
 * row's words in the same paragraph. (Not: after their end, as one row often quotes a part of what
 * the row above it quotes.)
 */
final class QuoteFinder {

  /**
   * Where a row's words stand.
   *
   * @param warning says that they stand elsewhere too; null when they do not
   */
  record Found(Passage passage, @Nullable Detail warning) {}

  private final Anchoring text;
  private final Map<Integer, Integer> lastStart = new HashMap<>();

  QuoteFinder(Anchoring text) {
    this.text = text;
  }

  /**
   * Finds a row's words; to be asked row by row, in order.
   *
   * @throws BadCell when they are not there
   */
  Found find(FactRow row) {
    Quote quote =
        Cells.read(
            "quote", row.quote(), exact -> new Quote(exact, null, null, row.paragraph(), null));
    List<Passage> places = text.find(quote);
    if (places.isEmpty()) {
      throw new BadCell("quote", notFound(row));
    }
    Passage chosen = nextAmong(places);
    lastStart.put(chosen.paragraph(), chosen.start());
    return new Found(chosen, places.size() == 1 ? null : ambiguous(places, chosen));
  }

  private Passage nextAmong(List<Passage> places) {
    return places.stream()
        .filter(place -> place.start() >= lastStart.getOrDefault(place.paragraph(), 0))
        .findFirst()
        .orElseGet(places::getFirst);
  }

  private Detail notFound(FactRow row) {
    if (row.paragraph() == null) {
      return Detail.of("ingest.row.words-not-there");
    }
    List<Integer> elsewhere =
        text.find(Quote.of(row.quote())).stream().map(Passage::paragraph).distinct().toList();
    return elsewhere.isEmpty()
        ? Detail.of("ingest.row.words-not-in-source", row.paragraph())
        : Detail.of("ingest.row.words-elsewhere", row.paragraph(), elsewhere.toString());
  }

  private static Detail ambiguous(List<Passage> places, Passage chosen) {
    return Detail.of(
        "ingest.row.words-in-several-places", places.size(), chosen.start(), chosen.paragraph());
  }
}
