package org.defter.localstack;

import java.util.List;

/** The stack cannot do what was asked; the message says what to do about it. */
public final class StackException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What kind of trouble it is; the command turns each into an exit code. */
  public enum Problem {
    /** A part died at its start or did not answer in time. */
    PART_FAILED,
    /** The public port belongs to another program. */
    PORT_TAKEN,
    /** Another process is starting or stopping the same stack. */
    BUSY,
    /** Servers or services are not there: the project is not built. */
    NOT_BUILT,
    /** The data directory cannot be used. */
    DATA_DIRECTORY
  }

  private final Problem problem;

  public StackException(Problem problem, String message) {
    super(message);
    this.problem = problem;
  }

  StackException(Problem problem, String message, Throwable cause) {
    super(message, cause);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }

  static StackException partFailed(Recipe recipe, String what, List<String> logTail) {
    String tail =
        logTail.isEmpty() ? "    (it wrote nothing)" : "    " + String.join("\n    ", logTail);
    return new StackException(
        Problem.PART_FAILED,
        "%s %s %s. The end of %s:%n%s%nMend what it complains about and run `defter up` again."
            .formatted(recipe.part().label(), recipe.version(), what, recipe.log(), tail));
  }

  /** That a folder or a file in it cannot be used. */
  public static StackException dataDirectory(String message, Throwable cause) {
    return new StackException(Problem.DATA_DIRECTORY, message, cause);
  }
}
