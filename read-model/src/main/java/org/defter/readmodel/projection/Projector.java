package org.defter.readmodel.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.defter.core.correction.CorrectionEvent;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.Origin;
import org.defter.core.event.RecordedEvent;
import org.defter.core.fact.FactEvent;
import org.defter.core.finding.FindingEvent;
import org.defter.core.property.PropertyEvent;
import org.defter.core.source.SourceEvent;
import org.defter.core.subject.SubjectEvent;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.FindingDocument;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.PropertyDocument;
import org.defter.readmodel.document.SourceDocument;
import org.defter.readmodel.document.SubjectDocument;
import org.jspecify.annotations.Nullable;

/** What an event does to the indexes: a pure function, the same today and when all is replayed. */
public final class Projector {

  private Projector() {}

  /** Sets the end of a version. */
  public record Closing(Instant knownTo) {}

  /** The changes, in the order they must be made in. */
  public static List<Change> project(PublishedEvent published) {
    List<Change> changes = new ArrayList<>(4);
    changes.add(new Change.Add(Index.EVENTS, published.recorded().eventId(), entry(published)));
    switch (published.recorded().event()) {
      case CorrectionEvent event ->
          changes.add(
              put(Index.CORRECTIONS, published, CorrectionProjection.document(event, published)));
      case FactEvent event ->
          changes.addAll(
              version(Index.FACTS, published, FactProjection.document(event, published)));
      case SubjectEvent event ->
          changes.addAll(version(Index.SUBJECTS, published, of(event, published)));
      case SourceEvent event ->
          changes.addAll(version(Index.SOURCES, published, of(event, published)));
      case PropertyEvent event ->
          changes.addAll(version(Index.PROPERTIES, published, of(event, published)));
      case FindingEvent event -> changes.add(put(Index.FINDINGS, published, of(event, published)));
    }
    return changes;
  }

  private static Change put(Index index, PublishedEvent published, Object document) {
    RecordedEvent recorded = published.recorded();
    return new Change.Put(index, recorded.event().id().value(), recorded.version(), document);
  }

  /**
   * The thing as it stands, the version that begins, and the end of the version before it.
   *
   * <p>What a replay, or the second sending of a bulk of which only a part was written, meets: the
   * thing as it stands is there in this version or a later one, and stays; the version is there,
   * perhaps closed by its successor, and stays as it is, since it is only ever added; closing what
   * is closed at the same time changes nothing.
   */
  private static List<Change> version(Index index, PublishedEvent published, Object document) {
    RecordedEvent recorded = published.recorded();
    String id = recorded.event().id().value();
    long version = recorded.version();
    List<Change> changes = new ArrayList<>(3);
    changes.add(put(index, published, document));
    changes.add(new Change.Add(index.versions(), Index.versionId(id, version), document));
    if (version > 1) {
      // After the version is added: a reader between the two sees both, never neither.
      changes.add(
          new Change.Amend(
              index.versions(),
              Index.versionId(id, version - 1),
              new Closing(recorded.recordTime())));
    }
    return changes;
  }

  private static SubjectDocument of(SubjectEvent event, PublishedEvent published) {
    RecordedEvent recorded = published.recorded();
    return new SubjectDocument(
        event.id().value(),
        recorded.version(),
        event.kind(),
        event.names(),
        event.identifiers(),
        recorded.recordTime(),
        recorded.eventId(),
        published.position(),
        event instanceof SubjectEvent.SubjectMerged merged ? merged.into().value() : null,
        null);
  }

  private static SourceDocument of(SourceEvent event, PublishedEvent published) {
    RecordedEvent recorded = published.recorded();
    return new SourceDocument(
        event.id().value(),
        recorded.version(),
        event.description(),
        event.transcription(),
        recorded.recordTime(),
        recorded.eventId(),
        published.position(),
        null);
  }

  private static PropertyDocument of(PropertyEvent event, PublishedEvent published) {
    RecordedEvent recorded = published.recorded();
    return new PropertyDocument(
        event.id().value(),
        recorded.version(),
        event.definition().labels(),
        event.definition().datatype(),
        event.definition().singleValued(),
        event.definition().scopeNote(),
        recorded.recordTime(),
        recorded.eventId(),
        published.position(),
        null);
  }

  private static FindingDocument of(FindingEvent event, PublishedEvent published) {
    RecordedEvent recorded = published.recorded();
    return new FindingDocument(
        event.id().value(),
        recorded.version(),
        event instanceof FindingEvent.BothLetStand,
        event.facts(),
        event.reason(),
        recorded.origin().actor(),
        recorded.recordTime(),
        recorded.eventId(),
        published.position());
  }

  private static EventDocument entry(PublishedEvent published) {
    RecordedEvent recorded = published.recorded();
    ArchiveEvent event = recorded.event();
    Origin origin = recorded.origin();
    var reason = event.why();
    return new EventDocument(
        recorded.eventId(),
        event.type().typeName(),
        event.id().qualified(),
        event.id().kind(),
        event.id().value(),
        recorded.version(),
        published.position(),
        recorded.recordTime(),
        origin.actor(),
        origin.onBehalfOf(),
        origin.commandId(),
        origin.correlationId(),
        origin.causationId(),
        reason == null ? null : reason.type(),
        reason == null ? null : reason.text(),
        event instanceof SourceEvent source ? revision(source) : null,
        about(event),
        property(event),
        sources(event),
        published.data());
  }

  private static @Nullable String about(ArchiveEvent event) {
    return switch (event) {
      case FactEvent fact -> fact.statement().subject().value();
      case SubjectEvent subject -> subject.id().value();
      case SourceEvent _, PropertyEvent _, CorrectionEvent _, FindingEvent _ -> null;
    };
  }

  private static @Nullable String property(ArchiveEvent event) {
    return switch (event) {
      case FactEvent fact -> fact.statement().property().value();
      case PropertyEvent property -> property.id().value();
      case SourceEvent _, SubjectEvent _, CorrectionEvent _, FindingEvent _ -> null;
    };
  }

  private static List<String> sources(ArchiveEvent event) {
    return switch (event) {
      case FactEvent fact -> FactProjection.sources(fact.statement());
      case CorrectionEvent correction -> CorrectionProjection.sources(correction.proposal());
      case SourceEvent source -> List.of(source.id().value());
      case SubjectEvent _, PropertyEvent _, FindingEvent _ -> List.of();
    };
  }

  private static @Nullable Integer revision(SourceEvent event) {
    return event.transcription() == null ? null : event.transcription().revision();
  }
}
