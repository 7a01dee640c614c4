package org.defter.readmodel.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.defter.core.correction.Correction;
import org.defter.core.decision.ReasonType;
import org.defter.core.fact.ReviewDecision;
import org.defter.core.fact.Statement;
import org.defter.core.id.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A proposed correction, and what became of it.
 *
 * @param id of the correction
 * @param version from 1
 * @param fact id of the fact
 * @param baseVersion the version of the fact that the proposer had before them
 * @param subject id of the subject the fact was about then
 * @param property id of its property then
 * @param sources ids of the sources cited then or in the proposal, each once
 * @param base what the fact said then; not searchable
 * @param proposed what it shall say; not searchable
 * @param review null while nobody has reviewed it, and when it was withdrawn
 * @param closedAt record time of its end; null while it is open
 * @param closedBecause the words of whoever accepted, declined or withdrew it; null for none
 */
public record CorrectionDocument(
    String id,
    long version,
    Correction.State state,
    String fact,
    long baseVersion,
    String subject,
    String property,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sources,
    Statement base,
    Statement proposed,
    ReasonType reasonType,
    @Nullable String reasonText,
    Actor proposer,
    @Nullable Actor onBehalfOf,
    Instant proposedAt,
    @Nullable Review review,
    @Nullable Instant closedAt,
    @Nullable String closedBecause,
    String eventId,
    long position) {

  public CorrectionDocument {
    sources = List.copyOf(sources);
  }

  /**
   * What a second person made of it.
   *
   * @param reviewer who
   * @param factVersion the version of the fact that came of it; null when it was declined
   * @param decision how it was accepted where the fact had moved on since; null otherwise
   */
  public record Review(
      Actor reviewer, @Nullable Long factVersion, @Nullable ReviewDecision decision) {}
}
