package org.defter.ingest.imports;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.defter.core.Archive;
import org.defter.core.ArchiveCommand;
import org.defter.core.correction.CorrectionCommand;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.decision.Decision;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.FieldChange;
import org.defter.core.event.Receipt;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactEvent;
import org.defter.core.finding.FindingCommand;
import org.defter.core.finding.FindingEvent;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.Property;
import org.defter.core.property.PropertyCommand;
import org.defter.core.property.PropertyEvent;
import org.defter.core.source.Anchoring;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.Source;
import org.defter.core.source.SourceCommand;
import org.defter.core.source.SourceEvent;
import org.defter.core.source.Transcription;
import org.defter.core.subject.Subject;
import org.defter.core.subject.SubjectCommand;
import org.defter.core.subject.SubjectEvent;
import org.defter.ingest.command.CommandExecutor;
import org.defter.ingest.command.FactLookup;
import org.defter.ingest.command.IdempotencyKey;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.command.Request;
import org.defter.ingest.command.StatementKey;
import org.jspecify.annotations.Nullable;

/** An archive in memory that decides as the real one does, with core's own rules. */
final class MemoryArchive implements Archive, CommandExecutor, FactLookup, TakenIds {

  private final Map<ArchiveId, List<ArchiveEvent>> events = new LinkedHashMap<>();
  private final Map<ArchiveId, Object> states = new HashMap<>();
  private final List<RuntimeException> failures = new ArrayList<>();

  ArchiveAccess access() {
    return new ArchiveAccess(this, this, this, this, List.of(Duration.ofMillis(1)));
  }

  /** Lets the next transaction take effect, and its answer be lost. */
  void loseTheNextAnswer(RuntimeException failure) {
    failures.add(failure);
  }

  List<ArchiveEvent> events() {
    return events.values().stream().flatMap(Collection::stream).toList();
  }

  Fact fact(String id) {
    return (Fact) there(new FactId(id));
  }

  Subject subject(String id) {
    return (Subject) there(new SubjectId(id));
  }

  @Override
  public @Nullable Fact fact(FactId id) {
    return (Fact) states.get(id);
  }

  @Override
  public @Nullable Subject subject(SubjectId id) {
    return (Subject) states.get(id);
  }

  @Override
  public List<FieldChange> changes(FactId id, long from, long to) {
    return List.of();
  }

  private Object there(ArchiveId id) {
    Object state = states.get(id);
    if (state == null) {
      throw new AssertionError("there is no " + id.qualified());
    }
    return state;
  }

  @Override
  public Outcome executeAsOne(List<Request> requests, @Nullable IdempotencyKey key) {
    throw new UnsupportedOperationException("an import needs no such thing");
  }

  @Override
  public Outcome execute(Request request, @Nullable IdempotencyKey key) {
    return executeTogether(List.of(request)).getFirst();
  }

  @Override
  public List<Outcome> executeTogether(List<Request> requests) {
    List<Outcome> outcomes = requests.stream().map(Request::command).map(this::decide).toList();
    if (!failures.isEmpty()) {
      throw failures.removeFirst();
    }
    return outcomes;
  }

  private Outcome decide(ArchiveCommand command) {
    Object state = states.get(command.id());
    Decision<? extends ArchiveEvent> decision =
        switch (command) {
          case CorrectionCommand _ ->
              throw new UnsupportedOperationException("an import proposes nothing");
          case FindingCommand _ ->
              throw new UnsupportedOperationException("an import decides about no finding");
          case FactCommand fact -> Fact.decide((Fact) state, fact, this);
          case PropertyCommand property -> Property.decide((Property) state, property);
          case SourceCommand source -> Source.decide((Source) state, source, this);
          case SubjectCommand subject -> Subject.decide((Subject) state, subject, this);
        };
    return switch (decision) {
      case Decision.Refused<?>(var refusal) -> new Outcome.Refused(refusal);
      case Decision.Accepted<? extends ArchiveEvent>(var accepted) -> {
        accepted.forEach(this::store);
        long version = events.getOrDefault(command.id(), List.of()).size();
        yield new Outcome.Done(new Receipt(command.id(), version, "event-" + version));
      }
    };
  }

  private void store(ArchiveEvent event) {
    events.computeIfAbsent(event.id(), _ -> new ArrayList<>()).add(event);
    Object before = states.get(event.id());
    states.put(
        event.id(),
        switch (event) {
          case CorrectionEvent _ ->
              throw new UnsupportedOperationException("an import proposes nothing");
          case FindingEvent _ ->
              throw new UnsupportedOperationException("an import decides about no finding");
          case FactEvent fact -> Fact.evolve((Fact) before, fact);
          case PropertyEvent property -> Property.evolve((Property) before, property);
          case SourceEvent source -> Source.evolve((Source) before, source);
          case SubjectEvent subject -> Subject.evolve((Subject) before, subject);
        });
  }

  @Override
  public Map<StatementKey, List<List<FactEvent>>> factsStating(Collection<StatementKey> keys) {
    Map<StatementKey, List<List<FactEvent>>> found = new HashMap<>();
    for (List<ArchiveEvent> stored : events.values()) {
      List<FactEvent> fact =
          stored.stream().filter(FactEvent.class::isInstance).map(FactEvent.class::cast).toList();
      fact.stream()
          .map(event -> StatementKey.of(event.statement()))
          .distinct()
          .filter(keys::contains)
          .forEach(key -> found.computeIfAbsent(key, _ -> new ArrayList<>()).add(fact));
    }
    return found;
  }

  @Override
  public Set<String> among(Collection<String> qualifiedIds) {
    return events.keySet().stream()
        .map(ArchiveId::qualified)
        .filter(qualifiedIds::contains)
        .collect(Collectors.toSet());
  }

  @Override
  public @Nullable Property property(PropertyId id) {
    return (Property) states.get(id);
  }

  @Override
  public boolean hasSubject(SubjectId id) {
    return states.containsKey(id);
  }

  @Override
  public @Nullable CorrectionRule correctionRule(SourceId id) {
    return null;
  }

  @Override
  public boolean hasSource(SourceId id) {
    return states.containsKey(id);
  }

  @Override
  public @Nullable Anchoring transcription(SourceId id, @Nullable Integer revision) {
    Source source = (Source) states.get(id);
    Transcription text = source == null ? null : source.transcription(revision);
    return text == null ? null : new Anchoring(text);
  }
}
