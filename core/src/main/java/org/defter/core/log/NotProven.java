package org.defter.core.log;

/**
 * A proof or a signature that is well formed and does not prove what it should; says what fails.
 */
public final class NotProven extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param detail what does not hold, for people
   */
  public NotProven(String detail) {
    super(detail);
  }

  /** What does not hold, for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
