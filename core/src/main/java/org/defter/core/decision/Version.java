package org.defter.core.decision;

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
}
