package org.defter.core.source;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.PlainText;

/**
 * The words of a source, as read by someone. Immutable: a better reading is a further revision.
 *
 * @param revision counts from 1
 * @param text the words; paragraphs are the non-empty lines
 * @param language of the text
 * @param sha256 of the text in UTF-8, 64 lower-case hexadecimal digits
 */
public record Transcription(int revision, String text, LanguageTag language, String sha256) {

  /**
   * @throws InvalidValue when the text is empty, too long or holds control characters, or the
   *     digest is not the text's
   */
  public Transcription {
    PlainText.document("transcription.text", text);
    if (!sha256.equals(digest(text))) {
      throw new InvalidValue("transcription.sha256", Detail.of("source.text-altered"));
    }
  }

  /** A transcription of this text. */
  public static Transcription of(int revision, String text, LanguageTag language) {
    return new Transcription(revision, text, language, digest(text));
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
