package org.defter.query.fact;

import co.elastic.clients.elasticsearch.core.search.Hit;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.FactId;
import org.defter.query.document.EventDocument;
import org.defter.query.document.FactDocument;
import org.defter.query.document.Index;
import org.defter.query.fact.FactView.Known;
import org.defter.query.label.LabelFinder;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.ReadModel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Single facts, by their identifier. */
@Component
public final class Facts {

  /** More versions than any fact should have; beyond, the history says so. */
  private static final int HISTORY_LIMIT = 5000;

  private final ReadModel readModel;
  private final AcceptedCorrections corrections;
  private final LabelFinder labels;

  Facts(ReadModel readModel, AcceptedCorrections corrections, LabelFinder labels) {
    this.readModel = readModel;
    this.corrections = corrections;
    this.labels = labels;
  }

  /**
   * A fact as it stands, or as it stood.
   *
   * @param version which version; null for the one known then
   * @param knownAt as it was known then; null for now
   * @throws ProblemException (404) when there is none
   */
  public FactView get(
      FactId id, @Nullable Long version, @Nullable Instant knownAt, List<Locale> readers) {
    FactDocument found;
    if (version != null) {
      found =
          readModel.get(
              Index.FACT_VERSIONS, FactDocument.versionId(id.value(), version), FactDocument.class);
    } else if (knownAt != null) {
      found = knownAt(id, knownAt);
    } else {
      found = readModel.get(Index.FACTS, id.value(), FactDocument.class);
    }
    if (found == null) {
      throw ProblemException.notFound(notFound(id, version, knownAt));
    }
    return view(found, readers);
  }

  /**
   * Every version of a fact, oldest first.
   *
   * @throws ProblemException (404) when there is no such fact
   */
  public List<FactVersion> history(FactId id) {
    List<StoredFactEvent> events =
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(Index.EVENTS.alias())
                            .query(q -> q.term(t -> t.field("aggregate").value(id.qualified())))
                            .sort(sort -> sort.field(f -> f.field("version")))
                            .size(HISTORY_LIMIT),
                    EventDocument.class))
            .hits()
            .hits()
            .stream()
            .flatMap(hit -> Stream.ofNullable(hit.source()))
            .map(Facts::stored)
            .toList();
    if (events.isEmpty()) {
      throw ProblemException.notFound(notFound(id, null, null));
    }
    return FactVersion.of(events, corrections.of(id));
  }

  private static StoredFactEvent stored(EventDocument document) {
    var event = ArchiveJson.read(EventType.named(document.type()), document.payload());
    if (!(event instanceof FactEvent factEvent)) {
      throw new IllegalStateException(document.id() + " happened to a fact, but is " + event);
    }
    return new StoredFactEvent(document, factEvent);
  }

  private @Nullable FactDocument knownAt(FactId id, Instant at) {
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.FACT_VERSIONS.alias())
                        .query(q ->
                            q.bool(b ->
                                b.filter(f -> f.term(t -> t.field("id").value(id.value())))
                                    .filter(
                                        f -> f.term(t -> t.field("known").value(at.toString())))))
                        .sort(sort ->
                            sort.field(f ->
                                f.field("version")
                                    .order(co.elastic.clients.elasticsearch._types.SortOrder.Desc)))
                        .size(1),
                FactDocument.class))
        .hits()
        .hits()
        .stream()
        .map(Hit::source)
        .findFirst()
        .orElse(null);
  }

  private FactView view(FactDocument fact, List<Locale> readers) {
    String here = "/api/v1/facts/" + fact.id();
    return new FactView(
        new FactId(fact.id()),
        fact.version(),
        fact.standing(),
        fact.statement(),
        labels.of(Mentions.in(fact.statement()), readers),
        new Known(fact.changedAt(), fact.knownTo()),
        Map.of(
            "self", here,
            "version", here + "?version=" + fact.version(),
            "history", here + "/history",
            "contradictions", "/api/v1/contradictions?fact=" + fact.id(),
            "page", "/facts/" + fact.id()));
  }

  private static String notFound(FactId id, @Nullable Long version, @Nullable Instant knownAt) {
    if (version != null) {
      return "there is no version %d of a fact '%s'".formatted(version, id.value());
    }
    return knownAt == null
        ? "there is no fact '%s'".formatted(id.value())
        : "no fact '%s' was known at %s".formatted(id.value(), knownAt);
  }
}
