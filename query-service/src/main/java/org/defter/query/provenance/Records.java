package org.defter.query.provenance;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.correction.CorrectionEvent.CorrectionAccepted;
import org.defter.core.correction.CorrectionEvent.CorrectionProposed;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.fact.FactEvent.FactAbsorbed;
import org.defter.core.fact.FactEvent.FactMerged;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.query.fact.AcceptedCorrections;
import org.defter.query.fact.Facts;
import org.defter.query.fact.StoredFactEvent;
import org.defter.query.problem.ProblemException;
import org.defter.query.provenance.Recorded.Happening;
import org.defter.query.provenance.Recorded.History;
import org.defter.query.provenance.Recorded.Occurrence;
import org.defter.query.provenance.Recorded.Review;
import org.defter.query.read.NotHeld;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gathers what was recorded of a fact, from the events. */
@Component
final class Records {

  /** Of facts merged with one another; what lies further away is told under their own addresses. */
  private static final int MOST_HISTORIES = 20;

  /** A correction has an event when it is proposed and one when it ends. */
  private static final int EVENTS_OF_A_CORRECTION = 2;

  private final ReadModel readModel;
  private final Facts facts;
  private final AcceptedCorrections corrections;
  private final Readings readings;

  Records(ReadModel readModel, Facts facts, AcceptedCorrections corrections, Readings readings) {
    this.readModel = readModel;
    this.facts = facts;
    this.corrections = corrections;
    this.readings = readings;
  }

  /**
   * What was recorded of a fact.
   *
   * @param knownAt up to then; null for all
   * @throws ProblemException (404) when there is no such fact, or was none then
   */
  Recorded of(FactId fact, @Nullable Instant knownAt) {
    Map<FactId, History> found = new LinkedHashMap<>();
    Deque<FactId> asked = new ArrayDeque<>(List.of(fact));
    while (!asked.isEmpty() && found.size() < MOST_HISTORIES) {
      FactId next = asked.removeFirst();
      if (!found.containsKey(next)) {
        History history = history(next, knownAt);
        found.put(next, history);
        history.events().stream().flatMap(Records::mergedWith).forEach(asked::addLast);
      }
    }
    List<History> histories = List.copyOf(found.values());
    return new Recorded(histories, readings.citedIn(histories));
  }

  private static Stream<FactId> mergedWith(Happening happening) {
    return switch (happening.event()) {
      case FactMerged merged -> Stream.of(merged.into());
      case FactAbsorbed absorbed -> Stream.of(absorbed.absorbed());
      default -> Stream.empty();
    };
  }

  private History history(FactId fact, @Nullable Instant knownAt) {
    List<StoredFactEvent> all = facts.events(fact);
    List<Happening> known =
        all.stream()
            .filter(stored -> knownAt == null || !stored.envelope().recordTime().isAfter(knownAt))
            .map(stored ->
                new Happening(
                    Occurrence.of(stored.envelope()), stored.envelope().version(), stored.event()))
            .toList();
    if (known.isEmpty()) {
      throw ProblemException.notFound(
          NotHeld.then(
              fact,
              Objects.requireNonNull(knownAt, "all are known now"),
              all.getFirst().envelope().recordTime().toString()));
    }
    Map<Long, CorrectionId> accepted = corrections.of(fact);
    accepted.keySet().removeIf(version -> version > known.getLast().version());
    return new History(fact, known, reviews(accepted));
  }

  private Map<Long, Review> reviews(Map<Long, CorrectionId> accepted) {
    if (accepted.isEmpty()) {
      return Map.of();
    }
    Map<String, List<EventDocument>> events = new HashMap<>();
    for (EventDocument event : eventsOf(accepted.values())) {
      events.computeIfAbsent(event.aggregateId(), _ -> new ArrayList<>()).add(event);
    }
    Map<Long, Review> reviews = new HashMap<>();
    accepted.forEach((version, id) -> {
      List<EventDocument> both = events.getOrDefault(id.value(), List.of());
      if (both.size() == EVENTS_OF_A_CORRECTION
          && read(both.getFirst()) instanceof CorrectionProposed proposed
          && read(both.getLast()) instanceof CorrectionAccepted done) {
        reviews.put(
            version,
            new Review(
                id,
                Occurrence.of(both.getFirst()),
                proposed,
                Occurrence.of(both.getLast()),
                done.remark()));
      }
    });
    return reviews;
  }

  private static ArchiveEvent read(EventDocument event) {
    return ArchiveJson.read(EventType.named(event.type()), event.payload());
  }

  private List<EventDocument> eventsOf(Collection<CorrectionId> ids) {
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.EVENTS.alias())
                        .query(q ->
                            q.terms(t ->
                                t.field("aggregate")
                                    .terms(v ->
                                        v.value(
                                            ids.stream()
                                                .map(CorrectionId::qualified)
                                                .map(FieldValue::of)
                                                .toList()))))
                        .sort(sort -> sort.field(f -> f.field("version")))
                        .size(EVENTS_OF_A_CORRECTION * ids.size()),
                EventDocument.class))
        .hits()
        .hits()
        .stream()
        .flatMap(hit -> Stream.ofNullable(hit.source()))
        .toList();
  }
}
