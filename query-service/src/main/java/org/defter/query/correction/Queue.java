package org.defter.query.correction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.defter.core.correction.Correction;
import org.defter.core.decision.Reason;
import org.defter.core.id.Actor;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.query.label.Labels;
import org.defter.query.search.SearchAnswer.FacetValue;
import org.defter.readmodel.document.CorrectionDocument;
import org.jspecify.annotations.Nullable;

/**
 * A page of proposed corrections.
 *
 * @param total how many there are in all
 * @param corrections those on this page
 * @param labels what the things they and the facets name are called
 * @param facets how many there are of each state; and of those asked for, how many of each
 *     property, subject, source, proposer and type of reason; on the first page only
 * @param next the cursor of the next page; null on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Queue(
    long total,
    List<Line> corrections,
    Labels labels,
    Map<String, List<FacetValue>> facets,
    @Nullable String next) {

  /**
   * A correction in the queue.
   *
   * @param baseVersion the version of the fact it was proposed for
   * @param factVersion the version the fact is at now; null while it is on its way to the index
   * @param changed the fields that shall change
   * @param proposer who proposed it
   * @param closedAt when it was accepted, declined or withdrawn; null while it is open
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Line(
      CorrectionId id,
      Correction.State state,
      FactId fact,
      long baseVersion,
      @Nullable Long factVersion,
      SubjectId subject,
      PropertyId property,
      List<String> changed,
      Reason reason,
      Actor proposer,
      Instant proposedAt,
      @Nullable Instant closedAt) {

    static Line of(CorrectionDocument correction, @Nullable Long factVersion) {
      return new Line(
          new CorrectionId(correction.id()),
          correction.state(),
          new FactId(correction.fact()),
          correction.baseVersion(),
          factVersion,
          new SubjectId(correction.subject()),
          new PropertyId(correction.property()),
          ThreeWay.of(correction.base(), correction.base(), correction.proposed()).stream()
              .map(ThreeWay::field)
              .toList(),
          new Reason(correction.reasonType(), correction.reasonText()),
          correction.proposer(),
          correction.proposedAt(),
          correction.closedAt());
    }
  }
}
