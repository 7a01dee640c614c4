package org.defter.readmodel.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.ArchiveJson;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.value.Datatype;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands ({@link Index#FACTS}), or as it stood after one of its events ({@link
 * Index#FACT_VERSIONS}).
 *
 * <p>When and by whom a fact was first recorded stands on its version 1; the event behind any other
 * version does not say it.
 *
 * @param id of the fact
 * @param version from 1
 * @param subject its id
 * @param property its id
 * @param statement as in the event; not searchable itself
 * @param value the value, for filtering and sorting
 * @param text the words of a text value and of text qualifiers
 * @param quote the exact words of the citations
 * @param context the words of the citations with what stands before and after them
 * @param valid valid time; null where the source does not say
 * @param sources ids of the sources cited, each once
 * @param passages {@code <source>#<paragraph>} of each passage cited, each once
 * @param qualifiers {@code <property>=<value>} each, the value as in {@link ValueFields#keyword}
 * @param likeness by which facts that speak of the same are found
 * @param actor id of who made the change that led to this version
 * @param changedAt record time of that change
 * @param eventType stable name of the event, for example {@code archive.fact.corrected.v1}
 * @param position of the event in the store
 * @param into of a merged fact: id of the fact that goes on in its place; null for others
 * @param digest of the statement and the standing: two versions of a fact that say the same, and
 *     stand the same, have the same
 * @param knownTo on versions only: until when this was the archive's knowledge, excluded; null for
 *     the newest. "Known at t": {@code changedAt <= t} and not {@code knownTo <= t}; it may equal
 *     {@code changedAt}, and then the version was never known
 */
public record FactDocument(
    String id,
    long version,
    Standing standing,
    String subject,
    String property,
    Datatype datatype,
    Certainty certainty,
    Statement statement,
    ValueFields value,
    WordsByLanguage text,
    WordsByLanguage quote,
    WordsByLanguage context,
    @Nullable ValidFields valid,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sources,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> passages,
    int citationCount,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> qualifiers,
    Likeness likeness,
    String actor,
    @Nullable String actorName,
    Instant changedAt,
    String eventType,
    @Nullable ReasonType reasonType,
    @Nullable String reasonText,
    String eventId,
    long position,
    @Nullable String into,
    String digest,
    @Nullable Instant knownTo) {

  public FactDocument {
    sources = List.copyOf(sources);
    passages = List.copyOf(passages);
    qualifiers = List.copyOf(qualifiers);
  }

  /** Short, and good enough: it is only ever compared within one fact. */
  public static String digest(Statement statement, Standing standing) {
    String says = standing.word() + ArchiveJson.mapper().writeValueAsString(statement);
    return UUID.nameUUIDFromBytes(says.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
