package org.defter.core.value;

import org.defter.core.detail.Detail;

/**
 * A value that makes no sense, with the field it stood in and what to write instead.
 *
 * <p>Thrown by the constructors of values, so that no nonsense can exist; the outside turns it into
 * a 4xx answer.
 */
public final class InvalidValue extends IllegalArgumentException {

  private final String field;
  private final transient Detail detail;

  /**
   * @param field the field as the outside knows it, for example {@code value.amount}
   * @param detail what is wrong and what to write instead
   */
  public InvalidValue(String field, Detail detail) {
    super(detail.toString());
    this.field = field;
    this.detail = detail;
  }

  /** The same in the words of a specification, as programs tell each other. */
  public InvalidValue(String field, String detail) {
    this(field, Detail.untranslated(detail));
  }

  /** The field as the outside knows it, for example {@code value.amount}. */
  public String field() {
    return field;
  }

  /** What is wrong and what to write instead. */
  public Detail detail() {
    return detail;
  }
}
