package org.defter.ingest.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The first real source and its facts, which stand beside the project in {@code shared/seed}. */
public final class Seed {

  private Seed() {}

  public static String facts() {
    return read("facts.csv");
  }

  public static String essay() {
    return read("000_8ec29e1c5a3d7a9b.txt");
  }

  private static String read(String name) {
    Path start = Path.of("").toAbsolutePath();
    for (Path at = start; at != null; at = at.getParent()) {
      Path file = at.resolveSibling("shared").resolve("seed").resolve(name);
      if (at.getParent() != null && Files.exists(file)) {
        try {
          return Files.readString(file);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }
    }
    throw new AssertionError("no ../shared/seed/" + name + " beside the project, from " + start);
  }
}
