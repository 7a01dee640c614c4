package org.defter.core.log;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.value.InvalidValue;

/**
 * Text and who signed it (C2SP {@code signed-note}). It means nothing until {@link #verified} by
 * keys that are trusted.
 *
 * @param text ends with a line's end, which is part of it
 * @param signatures one at least, 100 at most
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

  private static final int MOST_SIGNATURES = 100;

  /**
   * @throws InvalidValue when the text has no end of line or holds control characters, or there are
   *     no signatures or too many
   */
  public SignedNote {
    if (!text.endsWith("\n") || text.codePoints().anyMatch(SignedNote::cannotStand)) {
      throw new InvalidValue(
          "note", "the text of a note is made of whole lines without control characters");
    }
    if (signatures.isEmpty() || signatures.size() > MOST_SIGNATURES) {
      throw new InvalidValue(
          "note", "a note has 1 to 100 signatures; this one has " + signatures.size());
    }
    signatures = List.copyOf(signatures);
  }

  private static boolean cannotStand(int character) {
    return (character < ' ' && character != '\n')
        || Character.getType(character) == Character.SURROGATE;
  }

  /**
   * Signs a text.
   *
   * @param keys of the type {@link SignatureType#NOTE}
   * @throws InvalidValue when the text cannot be a note's, or a key is of another type
   */
  public static SignedNote sign(String text, Collection<SignerKey> keys) {
    return new SignedNote(text, keys.stream().map(key -> NoteSignature.of(key, text)).toList());
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws InvalidValue when it is anything else
   */
  public static SignedNote parse(String note) {
    int blank = note.lastIndexOf("\n\n");
    if (blank < 0 || !note.endsWith("\n") || blank + 2 == note.length()) {
      throw new InvalidValue(
          "note", "a signed note is text, an empty line, and a line for each signature");
    }
    List<NoteSignature> signatures =
        Stream.of(note.substring(blank + 2, note.length() - 1).split("\n", -1))
            .map(NoteSignature::parse)
            .toList();
    return new SignedNote(note.substring(0, blank + 1), signatures);
  }

  /**
   * The same, of bytes in UTF-8.
   *
   * @throws InvalidValue when it is anything else
   */
  public static SignedNote parse(byte[] note) {
    return parse(Notation.text("note", note));
  }

  /**
   * The same note with a further cosignature, in the stead of an earlier one by this key.
   *
   * @param key of the type {@link SignatureType#COSIGNATURE}
   * @param at when the checkpoint was seen
   */
  public SignedNote cosigned(SignerKey key, Instant at) {
    return with(List.of(NoteSignature.of(key, text, at)));
  }

  /** The same note with further signatures, each in the stead of an earlier one by its key. */
  public SignedNote with(Collection<NoteSignature> further) {
    List<NoteSignature> all = new ArrayList<>(signatures);
    for (NoteSignature signature : further) {
      all.removeIf(earlier -> earlier.key().equals(signature.key()));
      all.add(signature);
    }
    return new SignedNote(text, all);
  }

  /**
   * The signatures made by these keys. Those of other keys say nothing and are left out.
   *
   * @throws NotProven when none was made by them, or one says it was and was not
   */
  public List<NoteSignature> verified(Collection<VerifierKey> trusted) {
    List<NoteSignature> verified = new ArrayList<>();
    for (NoteSignature signature : signatures) {
      for (VerifierKey key : trusted) {
        if (key.id().equals(signature.key())) {
          verified.add(checked(signature, key));
        }
      }
    }
    if (verified.isEmpty()) {
      throw new NotProven(
          "none of the given keys signed this; it says it is signed by "
              + signatures.stream()
                  .map(signature -> signature.key().toString())
                  .collect(Collectors.joining(", ")));
    }
    return verified;
  }

  private NoteSignature checked(NoteSignature signature, VerifierKey key) {
    if (!signature.isOf(text, key)) {
      throw new NotProven("the signature of " + key.name() + " is not of this text");
    }
    return signature;
  }

  /** The note as it is stored and sent. */
  @Override
  public String toString() {
    return signatures.stream()
        .map(signature -> signature + "\n")
        .collect(Collectors.joining("", text + "\n", ""));
  }
}
