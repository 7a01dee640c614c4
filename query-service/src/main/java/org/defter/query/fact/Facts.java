package org.defter.query.fact;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.defter.core.detail.Detail;
import org.defter.core.edtf.DayRange;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.EventType;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.query.date.DateWords;
import org.defter.query.fact.FactView.Known;
import org.defter.query.label.LabelFinder;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.Absorbed;
import org.defter.query.read.Meanwhile;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Single facts, by their identifier. */
@Component
public final class Facts {

  /** More versions than any fact should have; beyond, the history says so. */
  private static final int HISTORY_LIMIT = 5000;

  private final ReadModel readModel;
  private final AcceptedCorrections corrections;
  private final Absorbed absorbed;
  private final LabelFinder labels;
  private final Meanwhile meanwhile;

  Facts(
      ReadModel readModel,
      AcceptedCorrections corrections,
      Absorbed absorbed,
      LabelFinder labels,
      Meanwhile meanwhile) {
    this.meanwhile = meanwhile;
    this.readModel = readModel;
    this.corrections = corrections;
    this.absorbed = absorbed;
    this.labels = labels;
  }

  /**
   * A fact as it stands, or as it stood.
   *
   * @param version which version; null for the one known then
   * @param knownAt as it was known then; null for now
   * @param days to say whether it held in them; null when that is not asked
   * @throws ProblemException (404) when there is none
   */
  public FactView get(
      FactId id,
      @Nullable Long version,
      @Nullable Instant knownAt,
      @Nullable DayRange days,
      List<Locale> readers) {
    FactDocument found =
        version == null
            ? readModel.require(Index.FACTS, id, knownAt, FactDocument.class)
            : version(id, version);
    // A version names things as they were called when it was recorded, and stays as it is.
    return view(found, version == null ? knownAt : found.changedAt(), days, readers);
  }

  /**
   * Every version of a fact.
   *
   * @throws ProblemException (404) when there is no such fact, or all of it is withheld
   */
  public FactHistory history(FactId id) {
    // Asked for first: what is recorded in between is not taken for withheld.
    long newest = readModel.hiddenSources().isEmpty() ? 0 : newest(id);
    Supplier<Map<Long, CorrectionId>> accepted = meanwhile.ask(() -> corrections.of(id));
    return FactHistory.of(id, FactVersion.of(events(id), accepted.get()), newest);
  }

  /** The number of the newest version, whoever may read it; 0 where there is none. */
  private long newest(FactId id) {
    return readModel
        .whole()
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.EVENTS.alias())
                        .query(of(id))
                        .sort(sort -> sort.field(f -> f.field("version").order(SortOrder.Desc)))
                        .source(s -> s.fetch(false))
                        .size(1),
                Void.class))
        .hits()
        .hits()
        .stream()
        .mapToLong(hit -> hit.sort().getFirst().longValue())
        .findFirst()
        .orElse(0);
  }

  private static Query of(FactId id) {
    return Query.of(q -> q.term(t -> t.field("aggregate").value(id.qualified())));
  }

  /**
   * Everything that happened to a fact, oldest first.
   *
   * @throws ProblemException (404) when there is no such fact
   */
  public List<StoredFactEvent> events(FactId id) {
    List<StoredFactEvent> events =
        readModel
            .ask(client ->
                client.search(
                    search ->
                        search
                            .index(Index.EVENTS.alias())
                            .query(of(id))
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
      throw ProblemException.notFound(Detail.of("query.no.fact", id.value()));
    }
    return events;
  }

  /**
   * The facts that were merged into one, each as it is since, the first merged first.
   *
   * @param version by the merges that were known while this version of it was
   */
  public List<FactDocument> mergedInto(FactView version) {
    Instant replaced = version.known().to();
    return absorbed.by(
        Index.FACTS,
        version.id(),
        replaced == null ? null : replaced.minusMillis(1),
        FactDocument.class);
  }

  private static StoredFactEvent stored(EventDocument document) {
    var event = ArchiveJson.read(EventType.named(document.type()), document.payload());
    if (!(event instanceof FactEvent factEvent)) {
      throw new IllegalStateException(document.id() + " happened to a fact, but is " + event);
    }
    return new StoredFactEvent(document, factEvent);
  }

  private FactView view(
      FactDocument fact, @Nullable Instant knownAt, @Nullable DayRange days, List<Locale> readers) {
    String here = "/api/v1/facts/" + fact.id();
    return new FactView(
        new FactId(fact.id()),
        fact.version(),
        fact.standing(),
        fact.statement(),
        fact.into(),
        DateWords.in(readers).sayIfAny(fact.statement().valid()),
        labels.of(Mentions.in(fact.statement()), readers, knownAt),
        new Known(fact.changedAt(), fact.knownTo()),
        days == null ? null : Held.in(days, fact.statement().valid()),
        Map.of(
            "self", here,
            "version", here + "/versions/" + fact.version(),
            "history", here + "/history",
            "provenance", here + "/provenance",
            "contradictions", "/api/v1/contradictions?fact=" + fact.id(),
            "page", "/facts/" + fact.id()));
  }

  private FactDocument version(FactId id, long version) {
    FactDocument found =
        readModel.get(
            Index.FACT_VERSIONS, Index.versionId(id.value(), version), FactDocument.class);
    if (found == null) {
      throw ProblemException.notFound(Detail.of("query.version.none-of-fact", version, id.value()));
    }
    return found;
  }
}
