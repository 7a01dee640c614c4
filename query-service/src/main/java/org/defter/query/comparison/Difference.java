package org.defter.query.comparison;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.defter.core.decision.Reason;
import org.defter.core.event.FieldChange;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * How one fact differs between two times.
 *
 * @param fact which
 * @param difference in what way
 * @param before as it was known at the first time; null when it was not known yet. A fact that
 *     appeared may have been known before: it was retracted, or did not answer the question
 * @param after as it was known at the second time: of a fact that went, what became of it
 * @param changes field by field before and after; empty when there is no before
 * @param steps what happened to it in between, oldest first: by whom and why
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Difference(
    FactId fact,
    Kind difference,
    @Nullable State before,
    State after,
    List<FieldChange> changes,
    List<Step> steps) {

  /** In what way two answers differ. */
  public enum Kind {
    /** Only the second holds it. */
    @JsonProperty("appeared")
    APPEARED,
    /** Both hold it, and it says or stands otherwise. */
    @JsonProperty("changed")
    CHANGED,
    /** Only the first holds it. */
    @JsonProperty("went")
    WENT
  }

  /** A fact as it was known at a time. */
  public record State(long version, Standing standing, Statement statement) {}

  /**
   * Something that happened to a fact.
   *
   * @param version of the fact after it
   * @param type the event's stable name
   * @param actor identifier of who did it
   * @param actorName null where none was given
   * @param reason null for events that need none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Step(
      long version,
      String type,
      Instant recordTime,
      String actor,
      @Nullable String actorName,
      @Nullable Reason reason) {}

  /**
   * A page of the comparison.
   *
   * @param from the first time, as it was understood
   * @param to the second
   * @param counts how many facts differ in each way; on the first page only
   * @param differences by identifier of the fact
   * @param labels what the things they name were called at the second time
   * @param next the cursor of the next page; null on the last
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Page(
      Instant from,
      Instant to,
      @Nullable Map<Kind, Long> counts,
      List<Difference> differences,
      Labels labels,
      @Nullable String next) {}
}
