package org.defter.query.problem;

import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;

/** Ends the handling of a request with a problem. */
public final class ProblemException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient Problem problem;

  public ProblemException(Problem problem) {
    this(problem, null);
  }

  /**
   * @param cause what led to it, for the log; null where there is nothing behind it
   */
  public ProblemException(Problem problem, @Nullable Throwable cause) {
    super(problem.detail().toString(), cause);
    this.problem = problem;
  }

  /** A thing that is not in the archive. */
  public static ProblemException notFound(Detail detail) {
    return new ProblemException(Problem.of(ProblemType.NOT_FOUND, detail));
  }

  /** A parameter that makes no sense. */
  public static ProblemException invalid(String field, Detail detail) {
    return new ProblemException(Problem.at(field, ProblemType.INVALID_VALUE, detail));
  }

  /** What to tell the reader. */
  public Problem problem() {
    return problem;
  }
}
