package org.defter.ingest.command;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.defter.core.event.FieldChange;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.FactId;

/** Finds facts by what they say or once said. */
public interface FactLookup {

  /**
   * Every fact that stated one of these at any version, with all its events in order. A fact that
   * stated several stands under each.
   *
   * @return for each key that is stated anywhere, the facts; each fact is the list of its events
   */
  Map<StatementKey, List<List<FactEvent>>> factsStating(Collection<StatementKey> keys);

  /**
   * What changed in a fact from one version to another, field by field.
   *
   * @return empty when the fact has not both versions
   */
  List<FieldChange> changes(FactId id, long from, long to);

  /**
   * All events of these facts, in order, in one question to the store.
   *
   * @return by fact; without those that do not exist
   */
  Map<FactId, List<FactEvent>> eventsOf(Collection<FactId> facts);
}
