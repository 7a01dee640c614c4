package org.defter.core.log;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.defter.core.value.InvalidValue;

/**
 * How the formats of the log write numbers and bytes. Each has one spelling only, so that no text
 * can be changed and still mean the same.
 */
public final class Notation {

  private static final int LONGEST_NUMBER = 19;

  private Notation() {}

  /**
   * A decimal from 0 to 2^63-1 without leading zeros.
   *
   * @throws InvalidValue of this field when it is anything else
   */
  public static long number(String field, String text) {
    if (!isDecimal(text)) {
      throw new InvalidValue(field, "'" + text + "' is not a whole number without leading zeros");
    }
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException _) {
      throw new InvalidValue(field, "'" + text + "' is larger than any log can be");
    }
  }

  private static boolean isDecimal(String text) {
    boolean digits = !text.isEmpty() && text.length() <= LONGEST_NUMBER;
    for (int at = 0; digits && at < text.length(); at++) {
      digits = text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
    return digits && (text.length() == 1 || text.charAt(0) != '0');
  }

  /** Base 64 of RFC 4648, section 4, with its padding and no stray bits. */
  static byte[] bytes(String field, String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64);
      if (base64(bytes).equals(base64)) {
        return bytes;
      }
    } catch (IllegalArgumentException _) {
      // Told below, as for bits that stand after the end.
    }
    throw new InvalidValue(
        field, "'" + base64 + "' is not base 64 as RFC 4648, section 4 writes it");
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /**
   * Text of UTF-8 bytes; nothing is replaced.
   *
   * @throws InvalidValue of this field when they are not text
   */
  public static String text(String field, byte[] utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
    } catch (CharacterCodingException _) {
      throw new InvalidValue(field, "is not text in UTF-8");
    }
  }
}
