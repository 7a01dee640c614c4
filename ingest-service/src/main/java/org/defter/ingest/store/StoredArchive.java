package org.defter.ingest.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.defter.core.Archive;
import org.defter.core.correction.Correction;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.Receipt;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.property.Property;
import org.defter.core.property.PropertyEvent;
import org.defter.core.source.Anchoring;
import org.defter.core.source.CorrectionRule;
import org.defter.core.source.Reanchoring;
import org.defter.core.source.Source;
import org.defter.core.source.SourceEvent;
import org.defter.core.source.Transcription;
import org.defter.core.subject.Subject;
import org.defter.core.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Looks things up in the event store, and remembers what it found.
 *
 * <p>What a unit of work has not committed yet is seen by that unit of work only: it is remembered
 * for others after the commit, so that a rollback leaves nothing behind here.
 */
@Component
public class StoredArchive implements Archive {

  private static final int REMEMBERED = 200_000;
  private static final long REMEMBERED_TEXT_CHARACTERS = 20_000_000;

  /**
   * How long another node's revision of a transcription may go unnoticed when a quote names none.
   */
  private static final Duration NEWEST_REVISION_MAY_LAG = Duration.ofSeconds(2);

  private static final int REMEMBERED_COMPARISONS = 4;
  private static final Duration COMPARISON_IS_NEEDED_FOR = Duration.ofMinutes(1);

  private final EventStore events;
  private final StoredRules rules;
  private final Cache<Object, Object> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
  private final Cache<Object, Object> texts =
      Caffeine.newBuilder()
          .maximumWeight(REMEMBERED_TEXT_CHARACTERS)
          .weigher((_, text) -> ((Anchoring) text).transcription().text().length())
          .build();

  /** Few, because each holds two transcriptions and what was found out about them. */
  private final Cache<Object, Object> comparisons =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED_COMPARISONS)
          .expireAfterAccess(COMPARISON_IS_NEEDED_FOR)
          .build();

  private final Cache<Object, Object> newest =
      Caffeine.newBuilder()
          .maximumSize(REMEMBERED)
          .expireAfterWrite(NEWEST_REVISION_MAY_LAG)
          .build();

  StoredArchive(EventStore events, StoredRules rules) {
    this.events = events;
    this.rules = rules;
  }

  private record Revision(SourceId source, int number) {}

  private record Newest(SourceId source) {}

  private record Place(SourceId of) {}

  private record Above(@Nullable SourceId source) {}

  private record Comparison(SourceId source, int from, int to) {}

  @Override
  public @Nullable Property property(PropertyId id) {
    return remembered(
        known, id, Property.class, () -> replay(id, PropertyEvent.class, Property::evolve));
  }

  @Override
  public @Nullable Fact fact(FactId id) {
    return replay(id, FactEvent.class, Fact::evolve);
  }

  @Override
  public @Nullable Subject subject(SubjectId id) {
    return replay(id, SubjectEvent.class, Subject::evolve);
  }

  /** A proposed correction and what became of it; null when there is none. */
  public @Nullable Correction correction(CorrectionId id) {
    Correction state = null;
    for (var stream = events.readEvents(id.qualified()); stream.hasNext(); ) {
      DomainEventMessage<?> message = stream.next();
      CorrectionEvent event = (CorrectionEvent) message.getPayload();
      state = Correction.evolve(state, event, message.getTimestamp());
    }
    return state;
  }

  /** Names the newest event of something; null when there is none. */
  public @Nullable Receipt newest(ArchiveId id) {
    Receipt newest = null;
    for (var stream = events.readEvents(id.qualified()); stream.hasNext(); ) {
      DomainEventMessage<?> message = stream.next();
      newest = new Receipt(id, message.getSequenceNumber() + 1, message.getIdentifier());
    }
    return newest;
  }

  @Override
  public @Nullable CorrectionRule correctionRule(SourceId id) {
    StoredRules.InForce inForce =
        (StoredRules.InForce)
            uncommitted().computeIfAbsent(StoredRules.class, _ -> rules.inForce());
    for (SourceId at = id; at != null && !inForce.isNone(); at = above(at)) {
      CorrectionRule rule = inForce.on(at);
      if (rule != null) {
        return rule;
      }
    }
    return null;
  }

  /** Where a source stands in the hierarchy is said when it is deposited, and never changes. */
  private @Nullable SourceId above(SourceId id) {
    Above above =
        remembered(
            known,
            new Place(id),
            Above.class,
            () -> {
              Source source = replay(id, SourceEvent.class, Source::evolve);
              return source == null ? null : new Above(source.description().parent());
            });
    return above == null ? null : above.source();
  }

  @Override
  public boolean hasSubject(SubjectId id) {
    return exists(id);
  }

  @Override
  public boolean hasSource(SourceId id) {
    return exists(id);
  }

  @Override
  public @Nullable Anchoring transcription(SourceId id, @Nullable Integer revision) {
    Integer number =
        revision != null
            ? revision
            : remembered(newest, new Newest(id), Integer.class, () -> newestRevision(id));
    if (number == null) {
      return null;
    }
    return remembered(texts, new Revision(id, number), Anchoring.class, () -> text(id, number));
  }

  @Override
  public @Nullable Reanchoring reanchoring(SourceId id, int from, int to) {
    return remembered(
        comparisons,
        new Comparison(id, from, to),
        Reanchoring.class,
        () -> Archive.super.reanchoring(id, from, to));
  }

  /**
   * Takes note of what a command just did, so that the next one in the same unit of work need not
   * ask.
   */
  public void note(ArchiveId id) {
    switch (id) {
      case SubjectId subject -> remember(known, subject, subject);
      case SourceId source -> forget(newest, new Newest(source));
      case PropertyId property -> forget(known, property);
      case CorrectionId _, FactId _, FindingId _ -> {}
    }
  }

  private boolean exists(ArchiveId id) {
    return remembered(
            known,
            id,
            ArchiveId.class,
            () -> events.readEvents(id.qualified()).hasNext() ? id : null)
        != null;
  }

  private @Nullable Integer newestRevision(SourceId id) {
    Transcription newestText = transcriptionOf(id, null);
    return newestText == null ? null : newestText.revision();
  }

  private @Nullable Anchoring text(SourceId id, int revision) {
    Transcription text = transcriptionOf(id, revision);
    return text == null ? null : new Anchoring(text);
  }

  private @Nullable Transcription transcriptionOf(SourceId id, @Nullable Integer revision) {
    Source source = replay(id, SourceEvent.class, Source::evolve);
    return source == null ? null : source.transcription(revision);
  }

  private interface Evolve<S, E> {
    S evolve(@Nullable S state, E event);
  }

  private <S, E extends ArchiveEvent> @Nullable S replay(
      ArchiveId id, Class<E> type, Evolve<S, E> evolve) {
    S state = null;
    for (var stream = events.readEvents(id.qualified()); stream.hasNext(); ) {
      DomainEventMessage<?> message = stream.next();
      state = evolve.evolve(state, type.cast(message.getPayload()));
    }
    return state;
  }

  private <V> @Nullable V remembered(
      Cache<Object, Object> cache, Object key, Class<V> type, Supplier<@Nullable V> lookUp) {
    Object uncommitted = uncommitted().get(key);
    Object value = uncommitted != null ? uncommitted : cache.getIfPresent(key);
    if (value != null) {
      return type.cast(value);
    }
    V found = lookUp.get();
    if (found != null) {
      remember(cache, key, found);
    }
    return found;
  }

  private void remember(Cache<Object, Object> cache, Object key, Object value) {
    Optional<UnitOfWork<?>> root = root();
    if (root.isEmpty()) {
      cache.put(key, value);
    } else {
      uncommitted().put(key, value);
      root.get().afterCommit(_ -> cache.put(key, value));
    }
  }

  private void forget(Cache<Object, Object> cache, Object key) {
    uncommitted().remove(key);
    cache.invalidate(key);
    root().ifPresent(unit -> unit.afterCommit(_ -> cache.invalidate(key)));
  }

  private Map<Object, Object> uncommitted() {
    return root()
        .map(unit ->
            unit.<Map<Object, Object>>getOrComputeResource(
                getClass().getName(), _ -> new HashMap<>()))
        .orElseGet(HashMap::new);
  }

  private static Optional<UnitOfWork<?>> root() {
    return CurrentUnitOfWork.isStarted()
        ? Optional.of(CurrentUnitOfWork.get().root())
        : Optional.empty();
  }
}
