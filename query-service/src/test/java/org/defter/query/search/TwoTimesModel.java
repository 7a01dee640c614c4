package org.defter.query.search;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.core.event.RecordedEvent;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectEvent;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/** The two times as one would explain them: lists of what was learnt when, and loops over them. */
final class TwoTimesModel {

  /** A version of a fact. */
  record KnownFact(
      FactId id, long version, Instant from, Statement statement, Standing standing, String actor) {

    /** Whether a word stands in what it says or around what it cites. */
    boolean says(String word) {
      Stream<String> texts =
          Stream.concat(
              Stream.of(((Value.Text) statement.value()).text()),
              statement.citations().stream()
                  .map(Citation::passage)
                  .map(at -> at.prefix() + at.exact() + at.suffix()));
      return texts.anyMatch(text -> List.of(text.split(" ", -1)).contains(word));
    }
  }

  /** A version of a subject. */
  record KnownSubject(SubjectId id, long version, Instant from, List<Name> names) {}

  private final Map<FactId, List<KnownFact>> facts = new LinkedHashMap<>();
  private final Map<SubjectId, List<KnownSubject>> subjects = new LinkedHashMap<>();
  private final Map<SubjectId, Set<FactId>> everAbout = new LinkedHashMap<>();

  void learn(RecordedEvent recorded) {
    switch (recorded.event()) {
      case FactEvent event -> {
        everAbout
            .computeIfAbsent(event.statement().subject(), _ -> new LinkedHashSet<>())
            .add(event.id());
        facts
            .computeIfAbsent(event.id(), _ -> new ArrayList<>())
            .add(
                new KnownFact(
                    event.id(),
                    recorded.version(),
                    recorded.recordTime(),
                    event.statement(),
                    event.standing(),
                    recorded.origin().actor().id()));
      }
      case SubjectEvent event ->
          subjects
              .computeIfAbsent(event.id(), _ -> new ArrayList<>())
              .add(
                  new KnownSubject(
                      event.id(), recorded.version(), recorded.recordTime(), event.names()));
      default -> throw new IllegalArgumentException(recorded.toString());
    }
  }

  int versions(ArchiveId id) {
    return switch (id) {
      case FactId fact -> facts.getOrDefault(fact, List.of()).size();
      case SubjectId subject -> subjects.getOrDefault(subject, List.of()).size();
      default -> throw new IllegalArgumentException(id.toString());
    };
  }

  List<FactId> facts() {
    return List.copyOf(facts.keySet());
  }

  List<SubjectId> subjects() {
    return List.copyOf(subjects.keySet());
  }

  /** The last version learnt up to then; null when there was none. */
  @Nullable KnownFact fact(FactId id, @Nullable Instant at) {
    KnownFact known = null;
    for (KnownFact version : facts.getOrDefault(id, List.of())) {
      if (at == null || !version.from().isAfter(at)) {
        known = version;
      }
    }
    return known;
  }

  /** The last version learnt up to then; null when there was none. */
  @Nullable KnownSubject subject(SubjectId id, @Nullable Instant at) {
    KnownSubject known = null;
    for (KnownSubject version : subjects.getOrDefault(id, List.of())) {
      if (at == null || !version.from().isAfter(at)) {
        known = version;
      }
    }
    return known;
  }

  /** Every fact, or every one that was ever about the subject, looked at one after the other. */
  List<KnownFact> find(TwoTimesQuestion asked) {
    Set<FactId> all =
        asked.subject() == null
            ? facts.keySet()
            : everAbout.getOrDefault(asked.subject(), Set.of());
    List<KnownFact> found = new ArrayList<>();
    for (FactId id : all) {
      KnownFact known = fact(id, asked.at());
      if (known != null && asked.isAnsweredBy(known, this)) {
        found.add(known);
      }
    }
    return found;
  }

  /** Whether a subject was called so then. */
  boolean isNamed(SubjectId id, String word, @Nullable Instant at) {
    KnownSubject known = subject(id, at);
    return known != null && known.names().stream().anyMatch(name -> name.text().equals(word));
  }
}
