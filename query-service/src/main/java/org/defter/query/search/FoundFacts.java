package org.defter.query.search;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.defter.core.fact.Citation;
import org.defter.core.id.FactId;
import org.defter.query.date.DateWords;
import org.defter.query.fact.FactView.Known;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.query.search.SearchAnswer.Highlight;
import org.defter.readmodel.document.FactDocument;

/** Reads what Elasticsearch found. */
final class FoundFacts {

  private FoundFacts() {}

  static FoundFact of(Hit<FactDocument> hit, DateWords words) {
    FactDocument fact = Objects.requireNonNull(hit.source(), "the whole document was asked for");
    return new FoundFact(
        new FactId(fact.id()),
        fact.version(),
        fact.standing(),
        fact.statement(),
        words.sayIfAny(fact.statement().valid()),
        new Known(fact.changedAt(), fact.knownTo()),
        highlights(fact.statement().citations(), hit.highlight()));
  }

  /** Of several readings of one quote, the one that found most. */
  static List<Highlight> highlights(List<Citation> citations, Map<String, List<String>> byField) {
    Map<String, List<Segment>> best = new HashMap<>();
    for (List<String> quotes : byField.values()) {
      for (String quote : quotes) {
        best.merge(Segment.plain(quote), Segment.of(quote), FoundFacts::richer);
      }
    }
    List<Highlight> highlights = new ArrayList<>();
    for (Citation citation : citations) {
      List<Segment> quote = best.get(citation.passage().exact());
      if (quote != null) {
        highlights.add(new Highlight(citation.number(), quote));
      }
    }
    return List.copyOf(highlights);
  }

  private static List<Segment> richer(List<Segment> one, List<Segment> other) {
    return matches(other) > matches(one) ? other : one;
  }

  private static long matches(List<Segment> segments) {
    return segments.stream().filter(Segment::match).count();
  }
}
