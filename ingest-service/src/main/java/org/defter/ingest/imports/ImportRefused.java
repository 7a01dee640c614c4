package org.defter.ingest.imports;

/** Why a whole import cannot be done; nothing after this point was stored. */
final class ImportRefused extends RuntimeException {

  ImportRefused(String why) {
    super(why);
  }

  ImportRefused(String why, Throwable cause) {
    super(why, cause);
  }

  String why() {
    return String.valueOf(getMessage());
  }
}
