package org.defter.core.log;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.value.InvalidValue;

/**
 * One signature line of a signed note: {@code — name base64}.
 *
 * @param name of the key
 * @param base64 the key's id in four bytes, then the signature
 */
public record NoteSignature(String name, String base64) {

  private static final Pattern LINE = Pattern.compile("— ([^ ]+) ([A-Za-z0-9+/=]+)");

  /**
   * @throws InvalidValue when the name cannot be a key's, or there is no signature after the id
   */
  public NoteSignature {
    new NoteKey(name, 0);
    if (Notation.bytes("signature", base64).length <= Integer.BYTES) {
      throw new InvalidValue("signature", "the signature of " + name + " is empty");
    }
  }

  /**
   * The signature of a log, or whoever else speaks the whole text.
   *
   * @throws InvalidValue when the key is not of the type {@link SignatureType#NOTE}
   */
  static NoteSignature of(SignerKey key, String text) {
    require(key.verifier(), SignatureType.NOTE);
    return of(key.verifier().id(), key.sign(text.getBytes(StandardCharsets.UTF_8)));
  }

  /**
   * The cosignature of a witness (C2SP {@code tlog-cosignature}).
   *
   * @param at when the witness saw it; whole seconds are kept
   * @throws InvalidValue when the key is not of the type {@link SignatureType#COSIGNATURE}, or the
   *     time is before 1970
   */
  static NoteSignature of(SignerKey key, String text, Instant at) {
    require(key.verifier(), SignatureType.COSIGNATURE);
    long seconds = at.getEpochSecond();
    if (seconds < 0) {
      throw new InvalidValue("time", "no checkpoint was seen before 1970");
    }
    byte[] signature = key.sign(cosigned(text, seconds));
    byte[] timed =
        ByteBuffer.allocate(Long.BYTES + signature.length).putLong(seconds).put(signature).array();
    return of(key.verifier().id(), timed);
  }

  private static NoteSignature of(NoteKey key, byte[] signature) {
    ByteBuffer whole = ByteBuffer.allocate(Integer.BYTES + signature.length);
    return new NoteSignature(
        key.name(), Notation.base64(whole.putInt(key.id()).put(signature).array()));
  }

  private static void require(VerifierKey key, SignatureType type) {
    if (key.type() != type) {
      throw new InvalidValue("key", "the key of " + key.name() + " does not sign a " + type);
    }
  }

  static NoteSignature parse(String line) {
    Matcher matcher = LINE.matcher(line);
    if (!matcher.matches()) {
      throw new InvalidValue("signature", "'" + line + "' is not a signature line: — name base64");
    }
    return new NoteSignature(matcher.group(1), matcher.group(2));
  }

  /** Which key it says has made it. */
  public NoteKey key() {
    return new NoteKey(name, ByteBuffer.wrap(bytes()).getInt());
  }

  /**
   * When the witness says to have seen the checkpoint.
   *
   * @throws InvalidValue when it is too short for a cosignature
   */
  public Instant cosignedAt() {
    byte[] bytes = bytes();
    long seconds =
        bytes.length < Integer.BYTES + Long.BYTES
            ? -1
            : ByteBuffer.wrap(bytes).getLong(Integer.BYTES);
    if (seconds < 0 || seconds > Instant.MAX.getEpochSecond()) {
      throw new InvalidValue("signature", "the cosignature of " + name + " holds no time");
    }
    return Instant.ofEpochSecond(seconds);
  }

  boolean isOf(String text, VerifierKey verifier) {
    byte[] bytes = bytes();
    int from = verifier.type() == SignatureType.NOTE ? Integer.BYTES : Integer.BYTES + Long.BYTES;
    if (bytes.length <= from) {
      return false;
    }
    byte[] signature = Arrays.copyOfRange(bytes, from, bytes.length);
    return switch (verifier.type()) {
      case NOTE -> verifier.verifies(text.getBytes(StandardCharsets.UTF_8), signature);
      case COSIGNATURE -> {
        long seconds = ByteBuffer.wrap(bytes).getLong(Integer.BYTES);
        yield seconds >= 0 && verifier.verifies(cosigned(text, seconds), signature);
      }
    };
  }

  private static byte[] cosigned(String text, long seconds) {
    return ("cosignature/v1\ntime " + seconds + "\n" + text).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] bytes() {
    return Notation.bytes("signature", base64);
  }

  /** The line, without its end. */
  @Override
  public String toString() {
    return "— " + name + " " + base64;
  }
}
