package org.defter.core.log;

import java.util.Collection;
import java.util.List;
import org.defter.core.value.InvalidValue;

/**
 * What a log says it is (C2SP {@code tlog-checkpoint}).
 *
 * @param origin which log, for example {@code example.org/archive}
 * @param size how many entries it has
 * @param root the root over them
 * @param extensions further lines, usually none
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

  private static final int LINES = 3;

  /**
   * @throws InvalidValue when the size is below 0, or a line is empty or more than one
   */
  public Checkpoint {
    if (size < 0) {
      throw new InvalidValue("size", "a log's size is not below 0: " + size);
    }
    extensions = List.copyOf(extensions);
    if (!isLine(origin) || !extensions.stream().allMatch(Checkpoint::isLine)) {
      throw new InvalidValue("checkpoint", "its lines must not be empty or hold an end of line");
    }
  }

  public Checkpoint(String origin, long size, Hash root) {
    this(origin, size, root, List.of());
  }

  private static boolean isLine(String text) {
    return !text.isEmpty() && text.indexOf('\n') < 0;
  }

  /**
   * Reads the text of a note.
   *
   * @throws InvalidValue when it is not a checkpoint
   */
  public static Checkpoint parse(String text) {
    if (!text.endsWith("\n")) {
      throw new InvalidValue("checkpoint", "its last line has no end");
    }
    List<String> lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
    if (lines.size() < LINES) {
      throw new InvalidValue(
          "checkpoint", "it has " + lines.size() + " lines and needs origin, size and root");
    }
    return new Checkpoint(
        lines.getFirst(),
        Notation.number("size", lines.get(1)),
        Hash.fromBase64(lines.get(2)),
        lines.subList(LINES, lines.size()));
  }

  /** Signs it with a log's keys, each of the type {@link SignatureType#NOTE}. */
  public SignedNote sign(Collection<SignerKey> keys) {
    return SignedNote.sign(toString(), keys);
  }

  /**
   * Reads a signed checkpoint and checks who signed it.
   *
   * @param trusted the keys that count: one of the type {@link SignatureType#NOTE} whose name is
   *     the origin must have signed
   * @throws InvalidValue when it is not a checkpoint
   * @throws NotProven when the log's own signature is missing, or one by these keys is false
   */
  public static Checkpoint verified(SignedNote note, Collection<VerifierKey> trusted) {
    Checkpoint checkpoint = parse(note.text());
    checkpoint.signatures(note, trusted);
    return checkpoint;
  }

  /** The signatures by these keys on this checkpoint, the log's own among them. */
  List<NoteSignature> signatures(SignedNote note, Collection<VerifierKey> trusted) {
    List<NoteSignature> signatures = note.verified(trusted);
    boolean byTheLog =
        trusted.stream()
            .filter(key -> key.type() == SignatureType.NOTE && key.name().equals(origin))
            .anyMatch(
                key -> signatures.stream().anyMatch(signature -> signature.key().equals(key.id())));
    if (!byTheLog) {
      throw new NotProven(
          "no given key is that of the log '" + origin + "', which must have signed");
    }
    return signatures;
  }

  /** The text that is signed. */
  @Override
  public String toString() {
    String head = origin + "\n" + size + "\n" + root.base64() + "\n";
    return head + String.join("", extensions.stream().map(line -> line + "\n").toList());
  }
}
