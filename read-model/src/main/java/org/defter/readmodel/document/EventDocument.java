package org.defter.readmodel.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.defter.core.decision.ReasonType;
import org.defter.core.id.Actor;
import org.jspecify.annotations.Nullable;

/**
 * An event.
 *
 * @param id of the event
 * @param type its stable name, for example {@code archive.fact.corrected.v1}
 * @param aggregate what it happened to, with its kind: {@code fact/S012}
 * @param aggregateKind as {@link org.defter.core.id.ArchiveId#kind} names it, for example {@code
 *     fact}
 * @param aggregateId {@code S012}
 * @param version of the aggregate after it, from 1
 * @param position in the store; not dense
 * @param transcriptionRevision of a source's event: the revision of the transcription it carries
 * @param about of a fact's event: the subject it is about from then on; of a subject's: itself
 * @param property of a fact's event: the property it states from then on; of a property's: itself
 * @param sources ids of the sources that what it says is from, each once: of a source's event,
 *     itself
 * @param payload the event's JSON exactly as published; read it with {@link
 *     org.defter.core.event.ArchiveJson#read}. Not searchable
 */
public record EventDocument(
    String id,
    String type,
    String aggregate,
    String aggregateKind,
    String aggregateId,
    long version,
    long position,
    Instant recordTime,
    Actor actor,
    @Nullable Actor onBehalfOf,
    String commandId,
    String correlationId,
    String causationId,
    @Nullable ReasonType reasonType,
    @Nullable String reasonText,
    @Nullable Integer transcriptionRevision,
    @Nullable String about,
    @Nullable String property,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sources,
    String payload) {

  /** The {@link #aggregateKind} of what was decided about two facts. */
  public static final String KIND_OF_FINDINGS = "finding";

  public EventDocument {
    sources = List.copyOf(sources);
  }
}
