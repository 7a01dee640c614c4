package org.defter.core.log;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.value.InvalidValue;

/**
 * The private half of a key that signs notes, in the form other tools write it: {@code
 * PRIVATE+KEY+name+hash+base64}. Its {@code toString} does not tell it.
 */
public final class SignerKey {

  private static final Pattern TEXT =
      Pattern.compile("PRIVATE\\+KEY\\+([^+]+)\\+([0-9a-f]{8})\\+([A-Za-z0-9+/=]+)");

  private final byte[] seed;
  private final VerifierKey verifier;

  private SignerKey(String name, SignatureType type, byte[] seed) {
    this.seed = seed;
    this.verifier = new VerifierKey(name, type, Ed25519.publicBytes(seed));
  }

  /**
   * A fresh key.
   *
   * @param name whose; a log's is its origin
   * @throws InvalidValue when the name cannot be a key's
   */
  public static SignerKey generate(String name, SignatureType type, SecureRandom random) {
    byte[] seed = new byte[Ed25519.KEY_LENGTH];
    random.nextBytes(seed);
    return new SignerKey(name, type, seed);
  }

  /**
   * Reads what {@link #secret} wrote.
   *
   * @throws InvalidValue when it is anything else; the detail does not tell the text
   */
  public static SignerKey parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new InvalidValue(
          "key", "is not a signer key: it has the form PRIVATE+KEY+name+hash+base64");
    }
    byte[] typed;
    try {
      typed = Notation.bytes("key", matcher.group(3));
    } catch (InvalidValue _) {
      throw new InvalidValue("key", "does not end in base 64 as RFC 4648, section 4 writes it");
    }
    SignatureType type = SignatureType.of(typed[0]);
    if (typed.length != 1 + Ed25519.KEY_LENGTH) {
      throw new InvalidValue("key", "has " + (typed.length - 1) + " bytes; an Ed25519 key has 32");
    }
    byte[] seed = Arrays.copyOfRange(typed, 1, typed.length);
    SignerKey read = new SignerKey(matcher.group(1), type, seed);
    if (!read.verifier.id().idInHex().equals(matcher.group(2))) {
      throw new InvalidValue("key", "its hash is not that of its name and its key: copy it again");
    }
    return read;
  }

  /** The text to keep secret. */
  public String secret() {
    byte[] typed = new byte[1 + seed.length];
    typed[0] = verifier.type().identifier();
    System.arraycopy(seed, 0, typed, 1, seed.length);
    return "PRIVATE+KEY+" + verifier.id() + "+" + Notation.base64(typed);
  }

  /** The public half. */
  public VerifierKey verifier() {
    return verifier;
  }

  byte[] sign(byte[] message) {
    return Ed25519.sign(seed, message);
  }

  @Override
  public String toString() {
    return "the signer key of " + verifier.id();
  }
}
