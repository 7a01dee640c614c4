package org.defter.query.comparison;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.defter.core.decision.Reason;
import org.defter.core.event.FieldChange;
import org.defter.core.event.FieldChanges;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.query.comparison.Difference.Kind;
import org.defter.query.comparison.Difference.State;
import org.defter.query.comparison.Difference.Step;
import org.defter.query.fact.Mentions;
import org.defter.query.label.LabelFinder;
import org.defter.query.paging.Cursor;
import org.defter.query.read.KnownAt;
import org.defter.query.read.ReadModel;
import org.defter.query.search.FactSearch;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Compares the archive's answers to one question at two times. */
@Component
final class Comparisons {

  /** More than happens to a page of facts between two dates; beyond, the history says it. */
  private static final int STEPS_LIMIT = 10_000;

  private final ReadModel readModel;
  private final FactSearch search;
  private final LabelFinder labels;

  Comparisons(ReadModel readModel, FactSearch search, LabelFinder labels) {
    this.readModel = readModel;
    this.search = search;
    this.labels = labels;
  }

  Difference.Page page(ComparisonRequest asked, List<Locale> readers) {
    String question = asked.digest();
    Cursor cursor = asked.cursor() == null ? null : Cursor.parse(asked.cursor(), question);
    DifferingFacts differing =
        new DifferingFacts(readModel, search.query(asked.criteria()), asked.from(), asked.to());
    List<DifferingFact> page = new ArrayList<>();
    Map<Kind, Long> counts = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      counts.put(kind, 0L);
    }
    boolean first = cursor == null;
    differing.walk(
        cursor == null ? null : cursor.after().getFirst().stringValue(),
        found -> {
          counts.merge(found.kind(), 1L, Long::sum);
          if (page.size() <= asked.size()) {
            page.add(found);
          }
          return first || page.size() <= asked.size();
        });
    boolean more = page.size() > asked.size();
    List<DifferingFact> shown = more ? page.subList(0, asked.size()) : page;
    List<Difference> differences = differences(asked, shown);
    return new Difference.Page(
        asked.from(),
        asked.to(),
        first ? counts : null,
        differences,
        labels.of(named(differences), readers, asked.to()),
        more
            ? new Cursor(question, null, List.of(FieldValue.of(shown.getLast().id()))).token()
            : null);
  }

  private List<Difference> differences(ComparisonRequest asked, List<DifferingFact> shown) {
    List<String> ids = shown.stream().map(DifferingFact::id).toList();
    Map<String, FactDocument> before =
        readModel.getAll(Index.FACTS, ids, List.of(), asked.from(), FactDocument.class);
    Map<String, FactDocument> after =
        readModel.getAll(Index.FACTS, ids, List.of(), asked.to(), FactDocument.class);
    Map<String, List<Step>> steps = steps(asked, ids);
    return shown.stream()
        .map(fact ->
            difference(
                fact,
                before.get(fact.id()),
                Objects.requireNonNull(after.get(fact.id()), "nothing that was known is forgotten"),
                steps.getOrDefault(fact.id(), List.of())))
        .toList();
  }

  private static Difference difference(
      DifferingFact fact, @Nullable FactDocument before, FactDocument after, List<Step> steps) {
    List<FieldChange> changes =
        before == null
            ? List.of()
            : FieldChanges.between(
                before.statement(), before.standing(), after.statement(), after.standing());
    return new Difference(
        new FactId(fact.id()),
        fact.kind(),
        before == null ? null : state(before),
        state(after),
        changes,
        steps);
  }

  private static State state(FactDocument fact) {
    return new State(fact.version(), fact.standing(), fact.statement());
  }

  /** What happened to each of these facts after the first time and up to the second. */
  private Map<String, List<Step>> steps(ComparisonRequest asked, List<String> ids) {
    List<FieldValue> wanted = ids.stream().map(FieldValue::of).toList();
    String from = KnownAt.text(asked.from());
    String to = KnownAt.text(asked.to());
    Map<String, List<Step>> steps = new HashMap<>();
    readModel
        .ask(client ->
            client.search(
                s ->
                    s.index(Index.FACT_VERSIONS.alias())
                        .query(q ->
                            q.bool(b ->
                                b.filter(f ->
                                        f.terms(t -> t.field("id").terms(v -> v.value(wanted))))
                                    .filter(f ->
                                        f.range(r ->
                                            r.date(d -> d.field("changedAt").gt(from).lte(to))))))
                        .sort(sort -> sort.field(f -> f.field("version")))
                        .size(STEPS_LIMIT),
                FactDocument.class))
        .hits()
        .hits()
        .forEach(hit -> {
          FactDocument version = Objects.requireNonNull(hit.source());
          steps.computeIfAbsent(version.id(), _ -> new ArrayList<>()).add(step(version));
        });
    return steps;
  }

  private static Step step(FactDocument version) {
    return new Step(
        version.version(),
        version.eventType(),
        version.changedAt(),
        version.actor(),
        version.actorName(),
        version.reasonType() == null
            ? null
            : new Reason(version.reasonType(), version.reasonText()));
  }

  private static Set<ArchiveId> named(List<Difference> differences) {
    Set<ArchiveId> named = new LinkedHashSet<>();
    for (Difference difference : differences) {
      named.addAll(Mentions.in(difference.after().statement()));
      if (difference.before() != null) {
        named.addAll(Mentions.in(difference.before().statement()));
      }
    }
    return named;
  }
}
