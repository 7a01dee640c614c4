package org.defter.core.log;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.value.InvalidValue;

/**
 * The public half of a key that signs notes: a «vkey» of C2SP {@code signed-note}. Whoever trusts
 * what it signed has learnt it from somewhere they trust.
 */
public final class VerifierKey {

  private static final Pattern TEXT =
      Pattern.compile("([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

  private final NoteKey id;
  private final SignatureType type;
  private final byte[] bytes;
  private final PublicKey key;

  VerifierKey(String name, SignatureType type, byte[] bytes) {
    this.id = NoteKey.of(name, type, bytes);
    this.type = type;
    this.bytes = bytes.clone();
    this.key = Ed25519.publicKey(bytes);
  }

  /**
   * Reads {@code name+hash+base64}, for example {@code
   * example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k}.
   *
   * @throws InvalidValue when it is anything else, or the hash is not that of the key
   */
  public static VerifierKey parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidValue(
          "key", "'" + text + "' is not a verifier key: it has the form name+hash+base64");
    }
    byte[] typed = Notation.bytes("key", matcher.group(3));
    SignatureType type = SignatureType.of(typed[0]);
    if (typed.length != 1 + Ed25519.KEY_LENGTH) {
      throw new InvalidValue("key", "has " + (typed.length - 1) + " bytes; an Ed25519 key has 32");
    }
    byte[] bytes = Arrays.copyOfRange(typed, 1, typed.length);
    VerifierKey read = new VerifierKey(matcher.group(1), type, bytes);
    if (!read.id.idInHex().equals(matcher.group(2))) {
      throw new InvalidValue(
          "key",
          "the middle part of '" + text + "' is not the hash of the rest: copy the key again");
    }
    return read;
  }

  /** What signatures call this key. */
  public NoteKey id() {
    return id;
  }

  /** Whose key it is. */
  public String name() {
    return id.name();
  }

  public SignatureType type() {
    return type;
  }

  boolean verifies(byte[] message, byte[] signature) {
    return Ed25519.verifies(key, message, signature);
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    byte[] typed = new byte[1 + bytes.length];
    typed[0] = type.identifier();
    System.arraycopy(bytes, 0, typed, 1, bytes.length);
    return id + "+" + Notation.base64(typed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof VerifierKey verifier
        && id.equals(verifier.id)
        && type == verifier.type
        && Arrays.equals(bytes, verifier.bytes);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
