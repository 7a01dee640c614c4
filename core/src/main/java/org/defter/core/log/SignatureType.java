package org.defter.core.log;

import org.defter.core.value.InvalidValue;

/** What a key's signatures say (C2SP {@code signed-note}, «Signature types»); both are Ed25519. */
public enum SignatureType {
  /** The text of the note: a log's own signature. */
  NOTE(1),
  /**
   * That a witness saw the log grow to this checkpoint, and when: C2SP {@code tlog-cosignature}.
   */
  COSIGNATURE(4);

  private final byte identifier;

  SignatureType(int identifier) {
    this.identifier = (byte) identifier;
  }

  byte identifier() {
    return identifier;
  }

  static SignatureType of(byte identifier) {
    for (SignatureType type : values()) {
      if (type.identifier == identifier) {
        return type;
      }
    }
    throw new InvalidValue(
        "key",
        "is of type "
            + Byte.toUnsignedInt(identifier)
            + "; only Ed25519 keys of type 1 (logs) and 4 (witnesses) are known here");
  }
}
