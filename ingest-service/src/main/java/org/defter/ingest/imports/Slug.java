package org.defter.ingest.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;

/**
 * Makes identifiers of names: {@code number of members} becomes {@code number-of-members}, {@code
 * Rabat, Morocco} becomes {@code rabat-morocco}.
 *
 * <p>Letters lose their marks and become lower case; what stands between letters and digits becomes
 * one hyphen. Letters and digits outside ASCII are left out, and the first ten hexadecimal digits
 * of the name's SHA-256 (UTF-8, NFC) are added instead, so that two names never share an identifier
 * because of what was left out: {@code число} becomes {@code x-} and ten digits. So does a name too
 * long for an identifier.
 */
final class Slug {

  /** Leaves room in an identifier for a hash here and a datatype behind. */
  private static final int LENGTH = 96;

  private Slug() {}

  static String of(String name) {
    StringBuilder slug = new StringBuilder(name.length());
    boolean lossy = false;
    String letters = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
    for (int at = 0; at < letters.length(); at += Character.charCount(letters.codePointAt(at))) {
      int character = letters.codePointAt(at);
      if (character < 0x80 && Character.isLetterOrDigit(character)) {
        slug.append((char) character);
      } else if (Character.getType(character) != Character.NON_SPACING_MARK) {
        lossy |= Character.isLetterOrDigit(character);
        if (!slug.isEmpty() && slug.charAt(slug.length() - 1) != '-') {
          slug.append('-');
        }
      }
    }
    if (slug.length() > LENGTH) {
      lossy = true;
      slug.setLength(LENGTH);
    }
    String words = slug.isEmpty() ? "x" : slug.toString();
    while (words.endsWith("-")) {
      words = words.substring(0, words.length() - 1);
    }
    return lossy || slug.isEmpty() ? words + "-" + hash(name) : words;
  }

  private static String hash(String name) {
    try {
      byte[] text =
          Normalizer.normalize(name, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  /** A name made of an identifier, where none is given: {@code heydar-aliyev}: Heydar aliyev. */
  static String humanised(String identifier) {
    String words = identifier.replace('-', ' ').replace('_', ' ').strip();
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  static boolean isAscii(String text) {
    return text.chars().allMatch(character -> character < 0x80);
  }
}
