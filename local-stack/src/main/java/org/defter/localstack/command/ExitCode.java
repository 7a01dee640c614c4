package org.defter.localstack.command;

import org.defter.localstack.StackException;

/** What the command's exit codes mean; the same list is in its help and in docs/operations.md. */
final class ExitCode {
  static final int OK = 0;
  static final int UNEXPECTED = 1;
  static final int USAGE = 2;
  static final int PART_DOWN = 3;
  static final int PORT_TAKEN = 4;
  static final int BUSY = 5;
  static final int NOT_BUILT = 6;
  static final int DATA_DIRECTORY = 7;

  private ExitCode() {}

  static int of(StackException.Problem problem) {
    return switch (problem) {
      case PART_FAILED -> PART_DOWN;
      case PORT_TAKEN -> PORT_TAKEN;
      case BUSY -> BUSY;
      case NOT_BUILT -> NOT_BUILT;
      case DATA_DIRECTORY -> DATA_DIRECTORY;
    };
  }
}
