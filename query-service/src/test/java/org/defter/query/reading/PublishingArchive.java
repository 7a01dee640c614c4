package org.defter.query.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.defter.core.Archive;
import org.defter.core.ArchiveCommand;
import org.defter.core.correction.Correction;
import org.defter.core.correction.CorrectionCommand;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.decision.Decision;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.Origin;
import org.defter.core.event.Receipt;
import org.defter.core.event.RecordedEvent;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactEvent;
import org.defter.core.finding.Finding;
import org.defter.core.finding.FindingCommand;
import org.defter.core.finding.FindingEvent;
import org.defter.core.id.Actor;
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
import org.defter.query.PublishedEvents;
import org.jspecify.annotations.Nullable;

/** Decides commands by the archive's own rules, and publishes the events as the archive does. */
final class PublishingArchive implements Archive, AutoCloseable {

  static final int PARTITIONS = 6;

  private final Map<ArchiveId, Object> states = new HashMap<>();
  private final Map<ArchiveId, Long> versions = new HashMap<>();
  private final KafkaProducer<String, String> producer;
  private long position;

  PublishingArchive(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new StringSerializer());
  }

  /** Carries a command out; the receipt is that of its last event. */
  Receipt tell(String actor, Instant at, ArchiveCommand command) {
    Actor by = new Actor(actor, "The " + actor, "archivist");
    return accepted(command, by).stream()
        .map(event -> happened(by, at, event))
        .reduce((_, last) -> last)
        .orElseThrow();
  }

  private Receipt happened(Actor by, Instant at, ArchiveEvent event) {
    Object state = states.get(event.id());
    states.put(
        event.id(),
        switch (event) {
          case CorrectionEvent correction -> Correction.evolve((Correction) state, correction, at);
          case FactEvent fact -> Fact.evolve((Fact) state, fact);
          case SubjectEvent subject -> Subject.evolve((Subject) state, subject);
          case SourceEvent source -> Source.evolve((Source) state, source);
          case PropertyEvent property -> Property.evolve((Property) state, property);
          case FindingEvent finding -> Finding.evolve((Finding) state, finding);
        });
    long version = versions.merge(event.id(), 1L, Long::sum);
    String id = UUID.randomUUID().toString();
    publish(new RecordedEvent(id, version, at, new Origin(by, null, id, id, id), event));
    return new Receipt(event.id(), version, id);
  }

  private List<? extends ArchiveEvent> accepted(ArchiveCommand command, Actor by) {
    Object state = states.get(command.id());
    Decision<? extends ArchiveEvent> decision =
        switch (command) {
          case CorrectionCommand correction ->
              Correction.decide(
                  (Correction) state, correction, new Origin(by, null, "", "", ""), this);
          case FactCommand fact -> Fact.decide((Fact) state, fact, this);
          case SubjectCommand subject -> Subject.decide((Subject) state, subject, this);
          case SourceCommand source -> Source.decide((Source) state, source, this);
          case PropertyCommand property -> Property.decide((Property) state, property);
          case FindingCommand finding -> Finding.decide((Finding) state, finding, this);
        };
    return switch (decision) {
      case Decision.Accepted<? extends ArchiveEvent>(var events) -> events;
      case Decision.Refused<? extends ArchiveEvent>(var refusal) ->
          throw new IllegalArgumentException(refusal.toString());
    };
  }

  /** How many events. */
  long published() {
    return position;
  }

  private void publish(RecordedEvent recorded) {
    ProducerRecord<String, String> message = PublishedEvents.message(recorded, ++position);
    try {
      producer.send(message).get();
    } catch (InterruptedException | ExecutionException failed) {
      throw new IllegalStateException("Kafka did not take " + message, failed);
    }
  }

  @Override
  public @Nullable Property property(PropertyId id) {
    return (Property) states.get(id);
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

  @Override
  public void close() {
    producer.close();
  }
}
