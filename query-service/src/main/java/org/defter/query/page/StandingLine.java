package org.defter.query.page;

import java.time.Instant;
import org.defter.core.fact.Standing;
import org.defter.core.id.FactId;
import org.jspecify.annotations.Nullable;

/**
 * How a version of a fact stands, as it is shown. Superseded is no standing: of every version but
 * the newest it is said beside the standing that the version had.
 *
 * @param word its standing, as in the keys of the messages
 * @param supersededAt when a later version took its place; null for the newest
 * @param address the page of this very version
 * @param now the page of the fact as it stands
 */
public record StandingLine(String word, @Nullable String supersededAt, String address, String now) {

  static StandingLine of(
      FactId fact, long version, Standing standing, @Nullable Instant supersededAt) {
    String now = "/facts/" + fact.value();
    boolean newest = supersededAt == null;
    // The page of a merged fact sends its reader on; its versions stay.
    boolean shownThere = newest && standing != Standing.MERGED;
    return new StandingLine(
        standing.word(),
        supersededAt == null ? null : supersededAt.toString(),
        shownThere ? now : now + "?version=" + version,
        now);
  }

  /** Whether nothing need be said of it where only facts that count are listed. */
  public boolean ordinary() {
    return supersededAt == null && word.equals(Standing.ACCEPTED.word());
  }
}
