package org.defter.core.decision;

import org.defter.core.id.ArchiveId;
import org.jspecify.annotations.Nullable;

/** The rule that of two people who change the same version, one wins (model rule 4). */
public final class Version {

  private Version() {}

  /**
   * Compares the version a command was made for with the one the aggregate is at.
   *
   * @param expected null when the command is right for any version
   * @return the refusal, or null when the command may go on
   */
  public static @Nullable Refusal check(@Nullable Long expected, long current) {
    return expected == null || expected == current
        ? null
        : new Refusal.StaleVersion(expected, current);
  }

  /**
   * The version after the event that something begins with.
   *
   * @param state what there was before
   * @throws IllegalStateException when there was something: the log is not in order
   */
  public static long first(@Nullable Object state, ArchiveId id) {
    if (state != null) {
      throw new IllegalStateException(
          id.qualified() + " begins a second time: its events are not in order");
    }
    return 1;
  }

  /**
   * What there was before an event that something cannot begin with.
   *
   * @throws IllegalStateException when there was nothing: the log is not in order
   */
  public static <S> S known(@Nullable S state, ArchiveId id) {
    if (state == null) {
      throw new IllegalStateException(
          id.qualified() + " changes before it begins: its events are not in order");
    }
    return state;
  }
}
