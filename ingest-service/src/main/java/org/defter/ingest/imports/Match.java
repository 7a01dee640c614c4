package org.defter.ingest.imports;

import org.defter.core.id.FactId;
import org.jspecify.annotations.Nullable;

/** What a claim is to the archive. */
sealed interface Match {

  /** It is there already, with these very words cited. */
  record Unchanged(FactId fact) implements Match {}

  /** A fact says it: these words are a further citation. */
  record Cites(FactId fact) implements Match {}

  /**
   * A fact says it without saying when; this says when.
   *
   * @param version what the fact is at
   * @param cited whether it cites these words already
   */
  record Dates(FactId fact, long version, boolean cited) implements Match {}

  /**
   * Nobody has said it.
   *
   * @param possibleDuplicateOf a fact that differs in its qualifiers only; null where there is none
   */
  record New(@Nullable FactId possibleDuplicateOf) implements Match {}
}
