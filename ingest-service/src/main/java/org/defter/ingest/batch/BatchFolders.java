package org.defter.ingest.batch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where the files of batches are kept on disk: a folder for each batch that has not come to its
 * end, named by its id. It says besides which node a batch belongs to, for only that one can carry
 * it out.
 */
public final class BatchFolders {

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path directory;

  /** Makes the directory when it is not there. */
  BatchFolders(Path directory) {
    this.directory = made(directory.toAbsolutePath());
  }

  /** Where uploads are written while they come in. */
  public Path uploads() {
    return made(directory.resolve("uploads"));
  }

  /** Makes the folder of a batch. */
  public Path create(String id) {
    return made(folder(id));
  }

  /** Gives a batch the files of another one. */
  void copy(String from, String to) {
    Path folder = create(to);
    try (Stream<Path> files = Files.list(folder(from))) {
      for (Path file : files.toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    } catch (IOException uncopied) {
      discard(to);
      throw new UncheckedIOException(uncopied);
    }
  }

  Path folder(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("no id of a batch: " + id);
    }
    return directory.resolve(id);
  }

  /** Whether a batch was taken by this node and has not come to its end. */
  boolean has(String id) {
    return ID.matcher(id).matches() && Files.isDirectory(directory.resolve(id));
  }

  /** The ids of all that have a folder. */
  List<String> ids() {
    try (Stream<Path> folders = Files.list(directory)) {
      return folders
          .map(folder -> String.valueOf(folder.getFileName()))
          .filter(ID.asMatchPredicate())
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** Lets go of a batch's files. */
  public void discard(String id) {
    Path folder = folder(id);
    if (Files.exists(folder)) {
      deleteAllIn(folder);
      delete(folder);
    }
  }

  /** Lets go of uploads that a crash cut off; to be called before any is taken. */
  void discardUploads() {
    deleteAllIn(uploads());
  }

  private static void deleteAllIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(BatchFolders::delete);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }

  private static Path made(Path directory) {
    try {
      return Files.createDirectories(directory);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
