package org.defter.ingest.read;

import org.defter.core.detail.Detail;

/** A read of a restricted source could not be recorded, and so nothing may be given. */
public final class ReadNotRecorded extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReadNotRecorded(Throwable cause) {
    super(Detail.of("ingest.store.read-not-recorded").toString(), cause);
  }
}
