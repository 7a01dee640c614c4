package org.defter.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.defter.core.correction.Correction;
import org.defter.core.decision.Reason;
import org.defter.core.fact.ReviewDecision;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.Actor;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A proposed correction beside what its fact said then, and what it says now.
 *
 * @param state what became of it
 * @param baseVersion the version of the fact it was proposed for
 * @param now the fact as it stands; null while it is on its way to the index
 * @param moved whether the fact has moved on since, so that accepting takes a decision
 * @param fields what differs, field by field
 * @param base what the fact said at {@code baseVersion}
 * @param proposed what it shall say
 * @param outcome null while it is open
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CorrectionView(
    CorrectionId id,
    long version,
    Correction.State state,
    FactId fact,
    long baseVersion,
    @Nullable Now now,
    boolean moved,
    List<ThreeWay> fields,
    Statement base,
    Statement proposed,
    Reason reason,
    Actor proposer,
    @Nullable Actor onBehalfOf,
    Instant proposedAt,
    @Nullable Outcome outcome,
    Labels labels,
    Map<String, String> links) {

  /**
   * The fact as it stands.
   *
   * @param version to be named in If-Match when the correction is accepted
   */
  public record Now(long version, Standing standing, Statement statement) {}

  /**
   * How it ended.
   *
   * @param at record time
   * @param reviewer who accepted or declined it; null when it was withdrawn
   * @param because in their words; null where nothing was said
   * @param factVersion the version of the fact that came of it; null when none did
   * @param decision how it was accepted where the fact had moved on; null otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Outcome(
      Instant at,
      @Nullable Actor reviewer,
      @Nullable String because,
      @Nullable Long factVersion,
      @Nullable ReviewDecision decision) {}
}
