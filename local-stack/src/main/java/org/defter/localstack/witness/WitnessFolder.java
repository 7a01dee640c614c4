package org.defter.localstack.witness;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Hash;
import org.defter.core.log.NotProven;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.VerifierKey;
import org.defter.core.value.InvalidValue;
import org.defter.localstack.StackException;
import org.defter.localstack.StackException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a witness must not forget, in one folder that one process holds at a time: its key, and the
 * checkpoint of each log that it cosigned last. They stand together, since a key that outlives what
 * it cosigned could cosign another history.
 */
public final class WitnessFolder implements AutoCloseable {

  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private final Path folder;
  private final FileChannel lock;
  private final SignerKey key;

  private WitnessFolder(Path folder, FileChannel lock, @Nullable String name) throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.key = key(name);
  }

  /**
   * Opens the folder; the first time, makes it and the key.
   *
   * @param name the witness's, best an address without its scheme; null when it has its key
   * @throws InvalidValue when a witness without a key is given no name, or one with a key another
   * @throws StackException when the folder cannot be used, or another process holds it
   */
  public static WitnessFolder open(Path folder, @Nullable String name) {
    try {
      Files.createDirectories(folder);
      FileChannel lock = lock(folder);
      try {
        return new WitnessFolder(folder, lock, name);
      } catch (IOException | RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException unusable) {
      throw StackException.dataDirectory(
          "cannot use %s: %s. Choose another folder with --state".formatted(folder, unusable),
          unusable);
    }
  }

  private static FileChannel lock(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(
            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() != null) {
        return channel;
      }
    } catch (OverlappingFileLockException heldInThisJvm) {
      // Told below.
    }
    channel.close();
    throw new StackException(
        Problem.BUSY, "another witness is at work on %s: stop it first".formatted(folder));
  }

  private SignerKey key(@Nullable String name) throws IOException {
    Path file = folder.resolve("key");
    if (!Files.exists(file)) {
      if (name == null) {
        throw new InvalidValue(
            "name",
            "a new witness needs a name, best an address of yours: --name example.org/witness");
      }
      SignerKey made = SignerKey.generate(name, SignatureType.COSIGNATURE, new SecureRandom());
      write(file, made.secret() + "\n");
      return made;
    }
    SignerKey kept;
    try {
      kept = SignerKey.parse(Files.readString(file).strip());
    } catch (InvalidValue notAKey) {
      throw StackException.dataDirectory(
          "%s %s. Restore it from its copy".formatted(file, notAKey.detail()), notAKey);
    }
    if (name != null && !name.equals(kept.verifier().name())) {
      throw new InvalidValue(
          "name",
          "the witness in %s is called '%s': leave --name out, or begin another one with --state"
              .formatted(folder, kept.verifier().name()));
    }
    return kept;
  }

  /** Signs what the witness saw. */
  public SignerKey key() {
    return key;
  }

  /**
   * Looks at what was cosigned of these logs, before anybody asks.
   *
   * @throws StackException when some of it cannot be read, or is not what was written
   */
  public void requireWhole(List<VerifierKey> logs) {
    logs.forEach(log -> latest(log.name()));
  }

  /**
   * What was cosigned last of a log; null when nothing was.
   *
   * @throws StackException when it cannot be read, or is not what was written
   */
  @Nullable SignedNote latest(String origin) {
    return latest(originHash(origin));
  }

  /** The same, by the hash of the origin. */
  @Nullable SignedNote latest(Hash originHash) {
    Path file = file(originHash);
    if (!Files.exists(file)) {
      return null;
    }
    try {
      SignedNote note = SignedNote.parse(Files.readAllBytes(file));
      note.verified(List.of(key.verifier()));
      if (originHash(Checkpoint.parse(note.text()).origin()).equals(originHash)) {
        return note;
      }
    } catch (InvalidValue | NotProven changed) {
      // Told below, as is the checkpoint of another log.
    } catch (IOException unreadable) {
      throw StackException.dataDirectory("cannot read " + file, unreadable);
    }
    throw new StackException(
        Problem.DATA_DIRECTORY,
        ("%s is not what this witness wrote. Do not remove it: a witness that forgot what it saw can be"
                + " made to cosign another history. Begin a new one with --state, and tell who relies on this one")
            .formatted(file));
  }

  /**
   * Has this be what was cosigned last of its log; on disk when this returns. A crash before leaves
   * what was there, and nothing of this was given away; after, this is found again.
   *
   * @throws StackException when it cannot be written; which of the two is on disk is not known
   */
  void keep(SignedNote note) {
    Path file = file(originHash(Checkpoint.parse(note.text()).origin()));
    try {
      write(file, note.toString());
    } catch (IOException unwritable) {
      throw StackException.dataDirectory("cannot write " + file, unwritable);
    }
  }

  /** All of it or nothing; and the new name is on disk too, not only what it names. */
  private void write(Path file, String text) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    Files.deleteIfExists(draft);
    Files.createFile(draft, OWNER_ONLY);
    Files.writeString(draft, text, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private Path file(Hash originHash) {
    return folder.resolve(originHash.hex() + ".checkpoint");
  }

  private static Hash originHash(String origin) {
    return Hash.sha256(origin.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException failed) {
      throw StackException.dataDirectory("cannot release the lock of " + folder, failed);
    }
  }
}
