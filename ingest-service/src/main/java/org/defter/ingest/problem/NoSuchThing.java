package org.defter.ingest.problem;

import org.defter.core.detail.Detail;

/** What a request is about does not exist, and is none of the archive's things. */
public final class NoSuchThing extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final transient Detail detail;

  /**
   * @param field where it is named
   * @param detail what there is not
   */
  public NoSuchThing(String field, Detail detail) {
    super(detail.toString(), null, false, false);
    this.field = field;
    this.detail = detail;
  }

  String field() {
    return field;
  }

  Detail detail() {
    return detail;
  }
}
