package org.defter.query.search;

import java.time.Instant;
import java.util.Set;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.defter.query.search.Criteria.ValidFilter;
import org.jspecify.annotations.Nullable;

/**
 * The two times that a reader can ask about, apart or together.
 *
 * @param valid when the facts held; null for whenever
 * @param knownAt as the archive knew it then; null for now
 */
public record Times(@Nullable ValidFilter valid, @Nullable Instant knownAt) {

  /** Whenever they held, as the archive knows them now. */
  public static final Times ANY = new Times(null, null);

  /** The parameters that ask about them. */
  public static final Set<String> PARAMETERS =
      Set.of("validAt", "validFrom", "validTo", "valid", "knownAt");

  /**
   * Reads the parameters.
   *
   * @throws ProblemException naming the parameter that makes no sense
   */
  public static Times of(Parameters given) {
    return new Times(SearchRequest.valid(given), given.endOf("knownAt"));
  }
}
