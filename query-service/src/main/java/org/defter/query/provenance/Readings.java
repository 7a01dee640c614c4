package org.defter.query.provenance;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.EventType;
import org.defter.core.id.Actor;
import org.defter.core.id.SourceId;
import org.defter.query.provenance.Recorded.History;
import org.defter.query.provenance.Recorded.Occurrence;
import org.defter.query.provenance.Recorded.Reading;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How transcriptions came about. */
@Component
final class Readings {

  private static final List<FieldValue> TYPES =
      Stream.of(
              EventType.SOURCE_DEPOSITED,
              EventType.TRANSCRIPTION_REVISED_V1,
              EventType.TRANSCRIPTION_REVISED)
          .map(type -> FieldValue.of(type.typeName()))
          .toList();

  /** Each revision has one event; sources that are cited are few, and so are their revisions. */
  private static final int LIMIT = 5000;

  private final ReadModel readModel;

  Readings(ReadModel readModel) {
    this.readModel = readModel;
  }

  private record Cited(SourceId source, int revision) {}

  /** The revisions of transcriptions that any version of the facts cites, oldest first. */
  List<Reading> citedIn(List<History> histories) {
    Set<Cited> cited =
        histories.stream()
            .flatMap(history -> history.events().stream())
            .flatMap(happening -> happening.event().statement().citations().stream())
            .map(citation -> new Cited(citation.source(), citation.passage().revision()))
            .collect(Collectors.toSet());
    if (cited.isEmpty()) {
      return List.of();
    }
    List<FieldValue> sources =
        cited.stream().map(one -> one.source().qualified()).distinct().map(FieldValue::of).toList();
    return readModel
        .ask(client ->
            client.search(
                search ->
                    search
                        .index(Index.EVENTS.alias())
                        .query(q ->
                            q.bool(all ->
                                all.filter(f ->
                                        f.terms(
                                            t -> t.field("aggregate").terms(v -> v.value(sources))))
                                    .filter(f ->
                                        f.terms(t -> t.field("type").terms(v -> v.value(TYPES))))))
                        // The payload holds the whole text.
                        .source(s -> s.filter(f -> f.excludes("payload")))
                        .sort(sort -> sort.field(f -> f.field("position")))
                        .size(LIMIT),
                Envelope.class))
        .hits()
        .hits()
        .stream()
        .flatMap(hit -> Stream.ofNullable(hit.source()))
        .filter(event -> event.carriesOneOf(cited))
        .map(Envelope::reading)
        .toList();
  }

  /** An event of a source without its payload. */
  record Envelope(
      String id,
      String type,
      String aggregateId,
      Instant recordTime,
      Actor actor,
      @Nullable Actor onBehalfOf,
      String commandId,
      String causationId,
      @Nullable ReasonType reasonType,
      @Nullable String reasonText,
      @Nullable Integer transcriptionRevision) {

    private boolean carriesOneOf(Set<Cited> cited) {
      return transcriptionRevision != null
          && cited.contains(new Cited(new SourceId(aggregateId), transcriptionRevision));
    }

    private Reading reading() {
      return new Reading(
          new SourceId(aggregateId),
          Objects.requireNonNull(transcriptionRevision),
          type.equals(EventType.SOURCE_DEPOSITED.typeName()),
          new Occurrence(id, type, recordTime, actor, onBehalfOf, commandId, causationId),
          reasonType == null ? null : new Reason(reasonType, reasonText));
    }
  }
}
