package org.defter.core.value;

/**
 * A value that makes no sense, with the field it stood in and what to write instead.
 *
 * <p>Thrown by the constructors of values, so that no nonsense can exist; the outside turns it into
 * a 4xx answer.
 */
public final class InvalidValue extends IllegalArgumentException {

  private final String field;

  /**
   * @param field the field as the outside knows it, for example {@code value.amount}
   * @param detail what is wrong and what to write instead, for people
   */
  public InvalidValue(String field, String detail) {
    super(detail);
    this.field = field;
  }

  /** The field as the outside knows it, for example {@code value.amount}. */
  public String field() {
    return field;
  }

  /** What is wrong and what to write instead. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
