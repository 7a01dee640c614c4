package org.defter.ingest.imports;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.FactId;
import org.defter.ingest.command.StatementKey;

/**
 * The facts a chunk of rows may meet: those the archive has, and what the rows before do to them.
 */
final class KnownFacts {

  private final Map<FactId, History> facts = new HashMap<>();
  private final Map<StatementKey, Set<FactId>> stating = new HashMap<>();

  /**
   * What the archive has.
   *
   * @param found for each key the facts that ever stated it, each as its events in order
   */
  static KnownFacts of(Map<StatementKey, List<List<FactEvent>>> found) {
    KnownFacts known = new KnownFacts();
    Map<FactId, List<FactEvent>> distinct =
        found.values().stream()
            .flatMap(Collection::stream)
            .collect(
                Collectors.toMap(
                    events -> events.getFirst().id(),
                    Function.identity(),
                    (same, _) -> same,
                    LinkedHashMap::new));
    distinct.values().forEach(known::remember);
    return known;
  }

  private void remember(List<FactEvent> events) {
    History history = History.of(events);
    facts.put(history.id(), history);
    events.forEach(this::index);
  }

  /** Every fact that ever stated this, in the order they were met. */
  List<History> stating(StatementKey key) {
    return stating.getOrDefault(key, Set.of()).stream().map(this::fact).toList();
  }

  /** The fact, which is one of those known here. */
  History fact(FactId id) {
    History fact = facts.get(id);
    if (fact == null) {
      throw new IllegalArgumentException(id.value() + " is not among the facts looked up");
    }
    return fact;
  }

  boolean has(FactId id) {
    return facts.containsKey(id);
  }

  /** Takes in what happens next. */
  void add(FactEvent event) {
    History before = facts.get(event.id());
    facts.put(event.id(), before == null ? History.of(event) : before.after(event));
    index(event);
  }

  private void index(FactEvent event) {
    stating
        .computeIfAbsent(StatementKey.of(event.statement()), _ -> new LinkedHashSet<>())
        .add(event.id());
  }
}
