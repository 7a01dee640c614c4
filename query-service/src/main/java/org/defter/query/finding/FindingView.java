package org.defter.query.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.defter.core.decision.Reason;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.finding.Grade;
import org.defter.core.finding.Said;
import org.defter.core.id.Actor;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.query.label.Labels;
import org.defter.readmodel.document.FindingDocument;
import org.jspecify.annotations.Nullable;

/**
 * Two facts that contradict or repeat each other.
 *
 * @param id follows from the two
 * @param grade how sure that is
 * @param facts the two; the one that is as it is the longer comes first
 * @param links where to say that both stand, or that one is to be merged into the other
 */
public record FindingView(
    FindingId id, Grade grade, List<OneOfTwo> facts, Map<String, String> links) {

  /** One of the two, as it stands. */
  public record OneOfTwo(FactId id, long version, Standing standing, Statement statement) {
    static OneOfTwo of(Candidate fact) {
      return new OneOfTwo(new FactId(fact.id()), fact.version(), fact.standing(), fact.statement());
    }
  }

  /**
   * A page of findings.
   *
   * @param total how many there are in all
   * @param complete false when there is more to look through than one question looks into: then
   *     there may be more, to be found by asking for some subjects or properties
   * @param labels what the things they name are called
   * @param next the cursor of the next page; null on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(
      int total,
      boolean complete,
      List<FindingView> findings,
      Labels labels,
      @Nullable String next) {}

  /**
   * What was decided about two facts.
   *
   * @param bothStand whether both stand as they were; false when that was taken back
   * @param facts what the two said then
   * @param at record time
   */
  public record Decided(
      FindingId id,
      long version,
      boolean bothStand,
      List<Said> facts,
      Reason reason,
      Actor actor,
      Instant at) {
    static Decided of(FindingDocument finding) {
      return new Decided(
          new FindingId(finding.id()),
          finding.version(),
          finding.bothStand(),
          finding.facts(),
          finding.reason(),
          finding.actor(),
          finding.changedAt());
    }
  }

  static FindingView contradiction(FoundPair pair, Candidate first, Candidate second) {
    return new FindingView(
        pair.id(), pair.grade(), both(first, second), Map.of("bothStand", stand(pair)));
  }

  /** The one with more citations, or else the one that is as it is the longer, is to go on. */
  static FindingView repetition(FoundPair pair, Candidate first, Candidate second) {
    boolean secondGoesOn = citations(second) > citations(first);
    String gone = (secondGoesOn ? first : second).id();
    String goesOn = (secondGoesOn ? second : first).id();
    return new FindingView(
        pair.id(),
        pair.grade(),
        both(first, second),
        Map.of(
            "bothStand", stand(pair),
            "merge", "/api/v1/facts/" + gone + "/merge",
            "into", "/api/v1/facts/" + goesOn));
  }

  private static List<OneOfTwo> both(Candidate first, Candidate second) {
    return List.of(OneOfTwo.of(first), OneOfTwo.of(second));
  }

  private static String stand(FoundPair pair) {
    return "/api/v1/findings/" + pair.id().value() + "/both-stand";
  }

  private static int citations(Candidate fact) {
    return fact.statement().citations().size();
  }
}
