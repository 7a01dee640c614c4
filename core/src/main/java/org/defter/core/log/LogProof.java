package org.defter.core.log;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * That an entry is in a log, to be checked offline (C2SP {@code tlog-proof}).
 *
 * @param extra anything an application adds, in base 64, proven by nothing; null when it adds
 *     nothing
 * @param inclusion of the entry, at the size of the checkpoint
 * @param checkpoint the log's, signed, perhaps cosigned
 */
public record LogProof(@Nullable String extra, InclusionProof inclusion, SignedNote checkpoint) {

  private static final String HEADER = "c2sp.org/tlog-proof@v1";
  private static final String EXTRA = "extra ";
  private static final String INDEX = "index ";

  /**
   * @throws InvalidValue when the proof is of another size than the checkpoint, or the text is no
   *     checkpoint
   */
  public LogProof {
    if (extra != null) {
      Notation.bytes("extra", extra);
    }
    long size = Checkpoint.parse(checkpoint.text()).size();
    if (inclusion.size() != size) {
      throw new InvalidValue(
          "size",
          "the proof is of a log of " + inclusion.size() + " entries, the checkpoint of " + size);
    }
  }

  /**
   * Reads what {@link #toString} wrote.
   *
   * @throws InvalidValue when it is anything else
   */
  public static LogProof parse(String text) {
    int blank = text.indexOf("\n\n");
    List<String> head = blank < 0 ? List.of() : List.of(text.substring(0, blank).split("\n", -1));
    if (head.size() < 2 || !head.getFirst().equals(HEADER)) {
      throw new InvalidValue("proof", "does not begin as a proof does: " + HEADER);
    }
    String extra = head.get(1).startsWith(EXTRA) ? head.get(1).substring(EXTRA.length()) : null;
    int at = extra == null ? 1 : 2;
    if (at == head.size() || !head.get(at).startsWith(INDEX)) {
      throw new InvalidValue("proof", "does not say which entry it is of");
    }
    long index = Notation.number("index", head.get(at).substring(INDEX.length()));
    List<Hash> path = head.subList(at + 1, head.size()).stream().map(Hash::fromBase64).toList();
    SignedNote checkpoint = SignedNote.parse(text.substring(blank + 2));
    long size = Checkpoint.parse(checkpoint.text()).size();
    return new LogProof(extra, new InclusionProof(index, size, path), checkpoint);
  }

  /**
   * Checks the checkpoint's signature and the proof.
   *
   * @param leaf the hash of the entry
   * @param trusted the keys that count: one of the type {@link SignatureType#NOTE} whose name is
   *     the log's origin must have signed
   * @return the signatures by these keys, cosignatures among them
   * @throws NotProven when it does not prove that
   */
  public List<NoteSignature> verify(Hash leaf, Collection<VerifierKey> trusted) {
    Checkpoint read = Checkpoint.parse(checkpoint.text());
    List<NoteSignature> signatures = read.signatures(checkpoint, trusted);
    inclusion.verify(leaf, read.root());
    return signatures;
  }

  /** The text as it is stored and sent, in a file called {@code *.tlog-proof}. */
  @Override
  public String toString() {
    String head = HEADER + "\n" + (extra == null ? "" : EXTRA + extra + "\n");
    return inclusion.path().stream()
        .map(hash -> hash.base64() + "\n")
        .collect(
            Collectors.joining("", head + INDEX + inclusion.index() + "\n", "\n" + checkpoint));
  }
}
