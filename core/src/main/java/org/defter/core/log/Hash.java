package org.defter.core.log;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.defter.core.value.InvalidValue;

/** A SHA-256 value: 32 bytes that never change. */
public final class Hash {

  /** How many bytes a hash has. */
  public static final int LENGTH = 32;

  private final byte[] bytes;

  private Hash(byte[] own) {
    this.bytes = own;
  }

  /**
   * The hash of these 32 bytes.
   *
   * @throws InvalidValue when there are not exactly 32
   */
  public static Hash of(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new InvalidValue("hash", "has " + bytes.length + " bytes; a SHA-256 value has 32");
    }
    return new Hash(bytes.clone());
  }

  /**
   * The hash that begins at {@code offset} in a row of hashes, as in a tile.
   *
   * @throws IndexOutOfBoundsException when the row ends before
   */
  public static Hash at(byte[] row, int offset) {
    if (offset < 0 || offset > row.length - LENGTH) {
      throw new IndexOutOfBoundsException("no hash at " + offset + " of " + row.length + " bytes");
    }
    return new Hash(Arrays.copyOfRange(row, offset, offset + LENGTH));
  }

  /** SHA-256 of these parts, one after the other. */
  public static Hash sha256(byte[]... parts) {
    MessageDigest digest = digest();
    for (byte[] part : parts) {
      digest.update(part);
    }
    return new Hash(digest.digest());
  }

  /** SHA-256 of a prefix byte and two hashes, without copying them. */
  static Hash sha256(byte prefix, Hash left, Hash right) {
    MessageDigest digest = digest();
    digest.update(prefix);
    digest.update(left.bytes);
    digest.update(right.bytes);
    return new Hash(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJavaHasIt) {
      throw new IllegalStateException(everyJavaHasIt);
    }
  }

  /**
   * Reads what {@link #base64} wrote.
   *
   * @throws InvalidValue when it is anything else
   */
  public static Hash fromBase64(String base64) {
    return of(Notation.bytes("hash", base64));
  }

  /**
   * Reads 64 hexadecimal digits.
   *
   * @throws InvalidValue when it is anything else
   */
  public static Hash fromHex(String hex) {
    try {
      return of(HexFormat.of().parseHex(hex));
    } catch (InvalidValue wrongLength) {
      throw wrongLength;
    } catch (IllegalArgumentException _) {
      throw new InvalidValue("hash", "'" + hex + "' is not 64 hexadecimal digits");
    }
  }

  /** A copy of the 32 bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** Writes the 32 bytes into a row of hashes. */
  void putInto(ByteBuffer row) {
    row.put(bytes);
  }

  /** RFC 4648, section 4, as checkpoints and proofs write it: 44 characters. */
  public String base64() {
    return Notation.base64(bytes);
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return base64();
  }
}
