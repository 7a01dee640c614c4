package org.defter.ingest.read;

/** A read of a restricted source could not be recorded, and so nothing may be given. */
public final class ReadNotRecorded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReadNotRecorded(Throwable cause) {
    super(
        "who reads a restricted source is recorded, and that is not possible at the moment: ask"
            + " again in a few seconds",
        cause);
  }
}
