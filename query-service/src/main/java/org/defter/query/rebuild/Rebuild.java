package org.defter.query.rebuild;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import org.defter.core.value.VocabularyTerm;
import org.jspecify.annotations.Nullable;

/**
 * How far a rebuild has come.
 *
 * @param id counts from 1 since the service started
 * @param indexes the aliases of the indexes that are built
 * @param former whether the indexes used before are taken up again, not made anew
 * @param events how many were applied
 * @param of how many there are
 * @param fillingMillis how long filling took, or takes until now
 * @param provingMillis how long the proof took, or takes until now; null before it
 * @param pauseMillis how long nothing was applied to any index, for the switch; null before it
 * @param documents how many were proven to be what the log says; null before that
 * @param said what is being done, or why it failed
 * @param findings what was not as the log says, a thousand or so at most
 */
record Rebuild(
    long id,
    List<String> indexes,
    boolean former,
    State state,
    long events,
    long of,
    long fillingMillis,
    @Nullable Long provingMillis,
    @Nullable Long pauseMillis,
    @Nullable Long documents,
    String said,
    List<String> findings) {

  /** What is being done. */
  enum State implements VocabularyTerm {
    /** The indexes are being filled; those in use serve, and go on being written. */
    FILLING,
    /** The new indexes are compared with the log, while they follow it. */
    PROVING,
    /** Readers and writers are being pointed at the new indexes. */
    SWITCHING,
    /** The new indexes are in use, the former ones kept. */
    DONE,
    /** Everything is as it was before. */
    FAILED;

    @Override
    @JsonValue
    public String word() {
      return VocabularyTerm.super.word();
    }

    boolean isOver() {
      return this == DONE || this == FAILED;
    }
  }
}
