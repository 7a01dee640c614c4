package org.defter.ingest.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.defter.core.event.ArchiveJson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.DatabindException;

/**
 * Where imports are kept on disk: one folder each, named by its id.
 *
 * <p>{@code submitted.json} is there once the uploads are, {@code report.json} once the import has
 * ended. So after a crash a folder with the first and without the second is an import that was cut
 * off, and a folder with neither an upload that was.
 */
final class ImportFolders {

  private static final Logger LOG = LoggerFactory.getLogger(ImportFolders.class);
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final String SUBMITTED = "submitted.json";
  private static final String REPORT = "report.json";

  private final Path directory;

  /** Makes the directory when it is not there. */
  ImportFolders(Path directory) {
    try {
      this.directory = Files.createDirectories(directory.toAbsolutePath());
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** Where uploads are written while they come in. */
  Path uploads() {
    try {
      return Files.createDirectories(directory.resolve("uploads"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  Path create(String id) {
    try {
      return Files.createDirectory(directory.resolve(id));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  void submitted(ImportReport queued) {
    write(queued.id(), SUBMITTED, queued);
  }

  /** Keeps the report of an import that ended, and lets its uploads go. */
  void ended(ImportReport report) {
    write(report.id(), REPORT, report);
    for (String upload : List.of("facts.csv", "source.txt", "subjects.csv")) {
      delete(directory.resolve(report.id()).resolve(upload));
    }
  }

  /** Lets go of an import that was not taken. */
  void discard(String id) {
    Path folder = directory.resolve(id);
    deleteAllIn(folder);
    delete(folder);
  }

  private static void deleteAllIn(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      files.forEach(ImportFolders::delete);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** The report of an import that ended; null when there is none of that id. */
  @Nullable ImportReport find(String id) {
    return ID.matcher(id).matches() ? read(directory.resolve(id).resolve(REPORT)) : null;
  }

  Path problems(String id) {
    return directory.resolve(id).resolve("problems.csv");
  }

  /** Reports every import that a crash cut off as such; to be called before any is taken. */
  void reportInterrupted(Instant now) {
    deleteAllIn(uploads());
    try (Stream<Path> folders = Files.list(directory)) {
      for (Path folder : folders.filter(at -> ID.matcher(name(at)).matches()).toList()) {
        if (!Files.exists(folder.resolve(REPORT))) {
          ImportReport submitted = read(folder.resolve(SUBMITTED));
          if (submitted == null) {
            discard(name(folder));
          } else {
            ended(submitted.interrupted(now));
          }
        }
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** Null also for a report that a version of the service with other reports has written. */
  private static @Nullable ImportReport read(Path file) {
    if (!Files.exists(file)) {
      return null;
    }
    try {
      return ArchiveJson.mapper().readValue(file.toFile(), ImportReport.class);
    } catch (DatabindException ofAnotherVersion) {
      LOG.warn("{} is not a report of this version, and is passed over", file, ofAnotherVersion);
      return null;
    }
  }

  /** Whoever finds the file finds all of it, after a crash too. */
  private void write(String id, String name, ImportReport report) {
    Path folder = directory.resolve(id);
    Path draft = folder.resolve(name + ".draft");
    try {
      Files.write(draft, ArchiveJson.mapper().writeValueAsBytes(report));
      try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(draft, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException undeletable) {
      throw new UncheckedIOException(undeletable);
    }
  }
}
