package org.defter.query.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.core.value.Value;
import org.defter.query.date.DateWords;
import org.defter.query.label.Labels;
import org.defter.query.page.SubjectTimeline.Dated;
import org.defter.query.request.Parameters;
import org.defter.query.search.FactSearch;
import org.defter.query.search.SearchAnswer;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.query.search.SearchRequest;
import org.defter.query.subject.SubjectView;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What a subject's page shows beside its facts: its names in time, a picture, and who is near. */
@Component
class Dossier {

  private static final int MOST_RELATED = 20;
  private static final String NAMING = "200";

  private final FactSearch search;

  Dossier(FactSearch search) {
    this.search = search;
  }

  /**
   * A name as it is shown.
   *
   * @param used when it was in use, in words; null where that is not known
   * @param written the same as it is written
   */
  record NameLine(String text, String language, @Nullable String used, @Nullable String written) {}

  /**
   * A subject that facts connect with this one.
   *
   * @param by what connects them: properties, and how many facts
   */
  record Related(String label, String address, int count, String by) {}

  /** The names, those with a period in its order, then the others. */
  static List<NameLine> names(List<Name> names, DateWords words) {
    return names.stream()
        .sorted(
            Comparator.comparing(Dossier::begins, Comparator.nullsLast(Comparator.naturalOrder())))
        .map(name ->
            new NameLine(
                name.text(),
                name.language().value(),
                words.sayIfAny(name.used()),
                name.used() == null ? null : name.used().text()))
        .toList();
  }

  /** Years of four digits are in the order of their text; what has no beginning is first. */
  private static @Nullable String begins(Name name) {
    Edtf used = name.used();
    return used == null ? null : used.earliest() == null ? "" : used.earliest().toString();
  }

  /** The picture of the dated facts; null where there is none. */
  static @Nullable SubjectTimeline timeline(SubjectView.WithFacts found, DateWords words) {
    List<Dated> dated = new ArrayList<>();
    for (FoundFact fact : found.facts().stream().flatMap(of -> of.facts().stream()).toList()) {
      Edtf valid = fact.statement().valid();
      if (valid != null) {
        StatementLine line = StatementLine.of(fact.statement(), found.labels(), words);
        dated.add(
            new Dated(
                line.property() + ": " + line.value().text(),
                words.say(valid),
                "/facts/" + fact.id().value(),
                valid));
      }
    }
    dated.sort(
        Comparator.comparing(
            fact -> fact.valid().earliest(), Comparator.nullsFirst(Comparator.naturalOrder())));
    return SubjectTimeline.of(dated);
  }

  /**
   * The subjects that its facts name, and those whose facts name it, the nearest first.
   *
   * @param times what the page was asked of both times
   */
  List<Related> related(SubjectView.WithFacts found, Parameters times, List<Locale> readers) {
    MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(times.values());
    asked.set("value", found.subject().id().value());
    asked.set("size", NAMING);
    SearchAnswer naming = search.answer(SearchRequest.of(new Parameters(asked)), readers);
    Map<SubjectId, Near> near = new LinkedHashMap<>();
    found
        .facts()
        .forEach(group ->
            group
                .facts()
                .forEach(fact ->
                    named(fact)
                        .forEach(subject -> add(near, subject, group.property(), found.labels()))));
    naming
        .facts()
        .forEach(fact ->
            add(near, fact.statement().subject(), fact.statement().property(), naming.labels()));
    near.remove(found.subject().id());
    return near.entrySet().stream()
        .map(one -> one.getValue().line(one.getKey()))
        .sorted(Comparator.comparingInt(Related::count).reversed())
        .limit(MOST_RELATED)
        .toList();
  }

  private static Stream<SubjectId> named(FoundFact fact) {
    return fact.statement().value() instanceof Value.SubjectReference(var subject)
        ? Stream.of(subject)
        : Stream.of();
  }

  private static void add(
      Map<SubjectId, Near> near, SubjectId subject, PropertyId property, Labels labels) {
    near.computeIfAbsent(subject, _ -> new Near(labels.of(subject))).add(property, labels);
  }

  /** How a subject is near, as far as it was counted. */
  private static final class Near {
    private final String label;
    private final Set<String> by = new LinkedHashSet<>();
    private int count;

    Near(String label) {
      this.label = label;
    }

    void add(ArchiveId property, Labels labels) {
      count++;
      by.add(labels.of(property));
    }

    Related line(SubjectId subject) {
      return new Related(label, "/subjects/" + subject.value(), count, String.join(", ", by));
    }
  }
}
