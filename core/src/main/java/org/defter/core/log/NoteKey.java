package org.defter.core.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.defter.core.value.InvalidValue;

/**
 * What a signature calls the key that made it. Only a name: whoever verifies must know the key.
 *
 * @param name whose, for example {@code example.org/archive}: no spaces, no {@code +}
 * @param id the first four bytes of a hash over name, type and public key
 */
public record NoteKey(String name, int id) {

  private static final int NEXT_LINE = 0x85;

  /**
   * @throws InvalidValue when the name is empty or holds a space, a control character or a plus
   */
  public NoteKey {
    if (name.isEmpty() || name.codePoints().anyMatch(NoteKey::cannotStand)) {
      throw new InvalidValue(
          "name", "'" + name + "' cannot name a key: it must be text without spaces and without +");
    }
  }

  private static boolean cannotStand(int character) {
    return character == '+'
        || character < ' '
        || character == NEXT_LINE
        || Character.isSpaceChar(character)
        || Character.isWhitespace(character)
        || Character.getType(character) == Character.SURROGATE;
  }

  static NoteKey of(String name, SignatureType type, byte[] publicKey) {
    byte[] line = (name + "\n").getBytes(StandardCharsets.UTF_8);
    Hash hash = Hash.sha256(line, new byte[] {type.identifier()}, publicKey);
    return new NoteKey(name, ByteBuffer.wrap(hash.bytes()).getInt());
  }

  /** The id as eight hexadecimal digits. */
  public String idInHex() {
    return HexFormat.of().toHexDigits(id);
  }

  @Override
  public String toString() {
    return name + "+" + idInHex();
  }
}
