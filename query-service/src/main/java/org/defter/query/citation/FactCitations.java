package org.defter.query.citation;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.defter.core.fact.Citation;
import org.defter.core.source.SourceDescription;
import org.defter.query.citation.CitedFact.Source;
import org.defter.query.citation.CitedFact.Words;
import org.defter.query.fact.FactView;
import org.defter.query.source.Sources;
import org.springframework.stereotype.Component;

/** Says in words what is cited when a version of a fact is. */
@Component
public final class FactCitations {

  private final Sources sources;
  private final StatementWords words;

  FactCitations(Sources sources, StatementWords words) {
    this.sources = sources;
    this.words = words;
  }

  /**
   * The fact in words.
   *
   * @param base the archive's address, without a slash at its end
   */
  public CitedFact of(FactView fact, String base, List<Locale> readers) {
    LocalDate recorded = fact.known().from().atZone(ZoneOffset.UTC).toLocalDate();
    String id = fact.id().value();
    return new CitedFact(
        id,
        fact.version(),
        words.say(fact.statement(), fact.labels(), readers),
        recorded,
        base + "/facts/" + id + "?version=" + fact.version(),
        sources(fact.statement().citations(), readers),
        new Words(
            words.say("site.name", readers),
            words.say("cite.fact", readers, id, fact.version(), recorded)));
  }

  private List<Source> sources(List<Citation> citations, List<Locale> readers) {
    Map<String, SourceDescription> found = new HashMap<>();
    return citations.stream()
        .map(citation -> {
          SourceDescription source =
              found.computeIfAbsent(
                  citation.source().value(),
                  _ -> sources.get(citation.source(), null).description());
          return new Source(
              source.creators(),
              source.title(),
              source.referenceCode(),
              words.say("source.paragraph", readers, citation.passage().paragraph()),
              citation.passage().exact());
        })
        .toList();
  }
}
