package org.defter.ingest.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.event.FieldChange;
import org.defter.core.event.FieldChanges;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.FactId;
import org.defter.ingest.command.FactLookup;
import org.defter.ingest.command.StatementKey;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds facts through the index over what their events state. */
@Component
class StoredFacts implements FactLookup {

  private final JdbcClient jdbc;

  StoredFacts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Map<StatementKey, List<List<FactEvent>>> factsStating(Collection<StatementKey> keys) {
    Map<String, StatementKey> byDigest =
        keys.stream()
            .distinct()
            .collect(
                Collectors.toMap(StatementKey::digest, Function.identity(), (first, _) -> first));
    Map<StatementKey, List<List<FactEvent>>> found = new HashMap<>();
    for (List<FactEvent> fact : eventsByFact(byDigest.keySet())) {
      Set<StatementKey> stated = new HashSet<>();
      fact.forEach(event -> stated.add(StatementKey.of(event.statement())));
      stated.retainAll(byDigest.values());
      stated.forEach(key -> found.computeIfAbsent(key, _ -> new ArrayList<>()).add(fact));
    }
    return found;
  }

  /**
   * One look into the index for each digest: asked for all at once, PostgreSQL may rather compute
   * the digest of every event there is. OFFSET 0 keeps it from seeing that it could.
   */
  private List<String> factsByDigest(Set<String> digests) {
    return jdbc.sql(
            """
            SELECT DISTINCT stating.aggregate_identifier FROM unnest(?::text[]) AS wanted(digest)
            CROSS JOIN LATERAL (
                SELECT aggregate_identifier FROM domain_event_entry
                WHERE payload_type LIKE 'archive.fact.%' AND statement_key(payload) = wanted.digest
                OFFSET 0) AS stating
            """)
        .param(digests.toArray(String[]::new))
        .query(String.class)
        .list();
  }

  private Collection<List<FactEvent>> eventsByFact(Set<String> digests) {
    return events(factsByDigest(digests)).values();
  }

  @Override
  public Map<FactId, List<FactEvent>> eventsOf(Collection<FactId> facts) {
    Map<FactId, List<FactEvent>> events = new LinkedHashMap<>();
    events(facts.stream().map(FactId::qualified).distinct().toList())
        .values()
        .forEach(fact -> events.put(fact.getFirst().id(), fact));
    return events;
  }

  private Map<String, List<FactEvent>> events(List<String> ids) {
    Map<String, List<FactEvent>> facts = new LinkedHashMap<>();
    if (ids.isEmpty()) {
      return facts;
    }
    jdbc.sql(
            """
            SELECT aggregate_identifier, payload_type, payload FROM domain_event_entry
            WHERE aggregate_identifier = ANY (?)
            ORDER BY aggregate_identifier, sequence_number
            """)
        .param(ids.toArray(String[]::new))
        .query(
            (RowCallbackHandler)
                row ->
                    facts
                        .computeIfAbsent(
                            row.getString("aggregate_identifier"), _ -> new ArrayList<>())
                        .add(event(row.getString("payload_type"), row.getString("payload"))));
    return facts;
  }

  @Override
  public List<FieldChange> changes(FactId id, long from, long to) {
    List<FactEvent> ends =
        jdbc.sql(
                """
                SELECT payload_type, payload FROM domain_event_entry
                WHERE aggregate_identifier = ? AND sequence_number IN (?, ?)
                ORDER BY sequence_number
                """)
            .params(id.qualified(), from - 1, to - 1)
            .query((row, _) -> event(row.getString("payload_type"), row.getString("payload")))
            .list();
    if (ends.size() < 2) {
      return List.of();
    }
    FactEvent before = ends.getFirst();
    FactEvent after = ends.getLast();
    return FieldChanges.between(
        before.statement(), before.standing(), after.statement(), after.standing());
  }

  private static FactEvent event(String type, String json) {
    return (FactEvent) ArchiveJson.read(EventType.named(type), json);
  }
}
