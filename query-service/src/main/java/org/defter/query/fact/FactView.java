package org.defter.query.fact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A fact as it stands, or as it stood.
 *
 * @param id its identifier
 * @param version which version this is, from 1
 * @param standing whether it counts
 * @param statement what it says and what supports it, in the JSON of the commands and events
 * @param into of a merged fact: the fact that goes on in its place; null for others
 * @param validWords its valid time in words, in the reader's language; left out where it has none
 * @param labels what the things it names are called
 * @param known when this version was the archive's knowledge
 * @param held whether it held in the days asked about; null when none were
 * @param links where to go from here
 */
public record FactView(
    FactId id,
    long version,
    Standing standing,
    Statement statement,
    @Nullable String into,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String validWords,
    Labels labels,
    Known known,
    @Nullable Held held,
    Map<String, String> links) {

  /**
   * A span of record time.
   *
   * @param from when the archive learnt it
   * @param to when it learnt better; null while this is the newest version
   */
  public record Known(Instant from, @Nullable Instant to) {}
}
