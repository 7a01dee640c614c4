package org.defter.query.finding;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One fact of a pair, as little as the queue is ordered and asked by: very many are kept.
 *
 * @param subject as the fact names it
 * @param changedAt since when it is as it is
 * @param sources it cites
 */
record Side(String id, String subject, String property, Instant changedAt, List<String> sources) {

  boolean citesAny(Set<String> some) {
    return !some.isEmpty() && sources.stream().anyMatch(some::contains);
  }

  static Side of(Candidate fact) {
    return new Side(
        fact.id(),
        fact.statement().subject().value(),
        fact.statement().property().value(),
        fact.changedAt(),
        fact.statement().citations().stream()
            .map(citation -> citation.source().value())
            .distinct()
            .toList());
  }
}
