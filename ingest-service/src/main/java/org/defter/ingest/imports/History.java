package org.defter.ingest.imports;

import java.util.List;
import java.util.stream.Stream;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;

/**
 * A fact and everything it ever said.
 *
 * @param now how it stands
 * @param statements what it said after each of its events, the last one being what it says now
 */
record History(Fact now, List<Statement> statements) {
  History {
    statements = List.copyOf(statements);
  }

  static History of(FactEvent first) {
    return new History(Fact.evolve(null, first), List.of(first.statement()));
  }

  /** All the events of one fact, in order. */
  static History of(List<FactEvent> events) {
    History history = of(events.getFirst());
    for (FactEvent event : events.subList(1, events.size())) {
      history = history.after(event);
    }
    return history;
  }

  History after(FactEvent event) {
    return new History(
        Fact.evolve(now, event),
        Stream.concat(statements.stream(), Stream.of(event.statement())).toList());
  }

  FactId id() {
    return now.id();
  }

  boolean counts() {
    return now.standing().counts();
  }
}
