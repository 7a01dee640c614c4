package org.defter.query.search;

import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch.core.MsearchResponse;
import co.elastic.clients.elasticsearch.core.msearch.RequestItem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.core.id.SubjectId;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.query.search.SearchAnswer.Stretch;
import org.defter.query.search.SearchAnswer.Timeline;
import org.defter.query.search.TwoTimesModel.KnownFact;
import org.defter.query.search.TwoTimesModel.KnownSubject;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.SubjectDocument;
import org.jspecify.annotations.Nullable;

/** Puts questions to the readers' side and to the model, and keeps where the answers differ. */
final class TwoTimesComparison {

  private static final int PAGE = 200;

  private final TwoTimesModel model;
  private final ReadModel readModel;
  private final FactSearch search;
  private final Queue<String> differences = new ConcurrentLinkedQueue<>();
  private final AtomicInteger compared = new AtomicInteger();

  TwoTimesComparison(TwoTimesModel model, ReadModel readModel, FactSearch search) {
    this.model = model;
    this.readModel = readModel;
    this.search = search;
  }

  int compared() {
    return compared.get();
  }

  List<String> differences() {
    return List.copyOf(differences);
  }

  /** Single facts as they were known at a moment. */
  void facts(List<FactId> ids, String moment) {
    Instant at = TwoTimesQuestion.instant(moment);
    Map<String, FactDocument> found = known(Index.FACTS, ids, at, FactDocument.class);
    for (FactId id : ids) {
      FactDocument answer = found.get(id.value());
      KnownFact known = model.fact(id, at);
      compare(
          id + " known at " + moment,
          known == null ? null : known.version() + " " + known.standing() + known.statement(),
          answer == null ? null : answer.version() + " " + answer.standing() + answer.statement());
    }
  }

  /** Single subjects as they were known at a moment. */
  void subjects(List<SubjectId> ids, String moment) {
    Instant at = TwoTimesQuestion.instant(moment);
    Map<String, SubjectDocument> found = known(Index.SUBJECTS, ids, at, SubjectDocument.class);
    for (SubjectId id : ids) {
      SubjectDocument answer = found.get(id.value());
      KnownSubject known = model.subject(id, at);
      compare(
          id + " known at " + moment,
          known == null ? null : known.version() + " " + known.names(),
          answer == null ? null : answer.version() + " " + answer.names());
    }
  }

  private <T> Map<String, T> known(
      Index index, List<? extends ArchiveId> ids, @Nullable Instant at, Class<T> type) {
    return readModel.getAll(
        index, ids.stream().map(ArchiveId::value).toList(), List.of(), at, type);
  }

  /** Searches, many in one request: what is asked, where, and what is found. */
  void together(List<TwoTimesQuestion> questions) {
    List<RequestItem> searches = questions.stream().map(this::item).toList();
    MsearchResponse<Version> found =
        readModel.ask(client -> client.msearch(m -> m.searches(searches), Version.class));
    for (int at = 0; at < questions.size(); at++) {
      var hits = found.responses().get(at).result().hits();
      List<Version> versions =
          hits.hits().stream().map(hit -> Objects.requireNonNull(hit.source())).toList();
      List<KnownFact> known = model.find(questions.get(at));
      compare(
          "list " + questions.get(at).asked(),
          told(known.size(), inOrder(known)),
          told(Objects.requireNonNull(hits.total()).value(), versions));
    }
  }

  /** What is looked at of a fact that is found in a list. */
  record Version(String id, long version) {}

  private RequestItem item(TwoTimesQuestion question) {
    Criteria criteria = question.request().criteria();
    return RequestItem.of(item ->
        item.header(h -> h.index(KnownAt.index(Index.FACTS, criteria.knownAt()).alias()))
            .body(body ->
                body.query(search.query(criteria))
                    .size(PAGE)
                    .sort(s -> s.field(f -> f.field("changedAt").order(SortOrder.Desc)))
                    .sort(s -> s.field(f -> f.field("id")))
                    .source(s -> s.filter(f -> f.includes("id", "version")))));
  }

  /** One search from its parameters to its answer, with its facets and its timeline. */
  void alone(TwoTimesQuestion question) {
    SearchAnswer answer = search.answer(question.request(), List.of(Locale.ENGLISH));
    List<KnownFact> known = model.find(question);
    if (Boolean.TRUE.equals(answer.fuzzy())) {
      // Nothing is written so: what follows answers another question.
      compare("search " + question.asked(), told(known.size(), inOrder(known)), told(0, List.of()));
      return;
    }
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (String facet : List.of("property", "standing", "certainty", "source", "actor")) {
      Map<String, Long> values = new TreeMap<>();
      SearchAnswer.Facet counted = answer.facets().get(facet);
      if (counted != null) {
        counted.values().forEach(of -> values.put(of.value(), of.count()));
      }
      counts.put(facet, values);
    }
    List<Stretch> stretches = stretches(answer);
    stretches.forEach(stretch -> counts.put(stretch.from(), Map.of(stretch.to(), stretch.count())));
    compare(
        "search " + question.asked(),
        told(known.size(), inOrder(known)) + counted(known, stretches),
        told(
                answer.total(),
                answer.facts().stream()
                    .map(fact -> new Version(fact.id().value(), fact.version()))
                    .toList())
            + counts);
  }

  private static List<Version> inOrder(List<KnownFact> known) {
    return known.stream()
        .sorted(
            Comparator.comparing(KnownFact::from)
                .reversed()
                .thenComparing(fact -> fact.id().value()))
        .limit(PAGE)
        .map(fact -> new Version(fact.id().value(), fact.version()))
        .toList();
  }

  private static String told(long total, List<Version> facts) {
    return total + " " + facts;
  }

  private static List<Stretch> stretches(SearchAnswer answer) {
    Timeline timeline = answer.timeline();
    return timeline == null ? List.of() : timeline.stretches();
  }

  private static Map<String, Map<String, Long>> counted(
      List<KnownFact> facts, List<Stretch> stretches) {
    Map<String, Map<String, Long>> counts = new TreeMap<>();
    for (Stretch stretch : stretches) {
      LocalDate from = LocalDate.parse(stretch.from());
      LocalDate to = LocalDate.parse(stretch.to());
      long held = facts.stream().filter(fact -> canHaveHeld(fact, from, to)).count();
      counts.put(stretch.from(), Map.of(stretch.to(), held));
    }
    for (String facet : List.of("property", "standing", "certainty", "source", "actor")) {
      counts.put(facet, new TreeMap<>());
    }
    for (KnownFact fact : facts) {
      count(counts, "property", fact.statement().property().value());
      count(counts, "standing", fact.standing().word());
      count(counts, "certainty", fact.statement().certainty().name().toLowerCase(Locale.ROOT));
      count(counts, "actor", fact.actor());
      fact.statement().citations().stream()
          .map(citation -> citation.source().value())
          .distinct()
          .forEach(source -> count(counts, "source", source));
    }
    return counts;
  }

  private static boolean canHaveHeld(KnownFact fact, LocalDate from, LocalDate to) {
    Edtf valid = fact.statement().valid();
    return valid != null && valid.possiblyOverlaps(from, to);
  }

  private static void count(Map<String, Map<String, Long>> counts, String facet, String value) {
    Objects.requireNonNull(counts.get(facet)).merge(value, 1L, Long::sum);
  }

  private void compare(String question, @Nullable String modelled, @Nullable String answered) {
    compared.incrementAndGet();
    if (!Objects.equals(modelled, answered)) {
      differences.add("%s\n  model:  %s\n  answer: %s".formatted(question, modelled, answered));
    }
  }
}
