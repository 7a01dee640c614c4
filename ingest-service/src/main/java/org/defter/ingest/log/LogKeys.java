package org.defter.ingest.log;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;

/**
 * What signs the log, kept in a file away from the database: one private key a line, each of which
 * signs every checkpoint. A key is replaced by writing a further line, and taking the old one out
 * once whoever checks the log has learnt the new one.
 *
 * <p>Beside it stands what was signed last. So a store that was set back to an earlier state is
 * noticed before a second history is signed.
 */
final class LogKeys {

  private static final String COMMENT = "#";

  private final Path file;
  private final List<SignerKey> keys;

  private LogKeys(Path file, List<SignerKey> keys) {
    this.file = file;
    this.keys = keys;
  }

  /**
   * Reads the keys of a log.
   *
   * @throws IllegalStateException when there is no key in the file, or one of another log
   */
  static LogKeys read(Path file, String origin) {
    List<SignerKey> keys =
        text(file)
            .lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith(COMMENT))
            .map(SignerKey::parse)
            .toList();
    if (keys.isEmpty()) {
      throw new IllegalStateException(file + " holds no key: restore it from where you keep it");
    }
    for (SignerKey key : keys) {
      if (!key.verifier().name().equals(origin)) {
        throw new IllegalStateException(
            "%s holds a key of '%s', but defter.log.origin is '%s': a log keeps its name for ever"
                .formatted(file, key.verifier().name(), origin));
      }
    }
    return new LogKeys(file, keys);
  }

  /** Makes the first key of a log that was never signed. */
  static LogKeys generate(Path file, String origin) {
    SignerKey key = SignerKey.generate(origin, SignatureType.NOTE, new SecureRandom());
    write(
        file,
        "# Signs the log %s. Keep a copy in a safe place, and let nobody read it.%n%s%n"
            .formatted(origin, key.secret()));
    return new LogKeys(file, List.of(key));
  }

  List<SignerKey> keys() {
    return keys;
  }

  /** What was signed last, as far as this place knows. */
  Optional<SignedNote> lastSigned() {
    Path signed = signed();
    return Files.exists(signed) ? Optional.of(SignedNote.parse(text(signed))) : Optional.empty();
  }

  /** Takes down what is about to be signed for all to see; on disk when this returns. */
  void remember(SignedNote note) {
    write(signed(), note.toString());
  }

  private Path signed() {
    return file.resolveSibling(file.getFileName() + ".signed");
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException("cannot read " + file, unreadable);
    }
  }

  /** All of it or nothing, whatever happens meanwhile. */
  private static void write(Path file, String text) {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(draft);
      Files.createFile(
          draft,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(draft, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException("cannot write " + file, unwritable);
    }
  }
}
