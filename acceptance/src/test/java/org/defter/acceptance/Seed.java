package org.defter.acceptance;

import java.nio.file.Files;
import java.nio.file.Path;

/** The first real source and its facts, which lie beside the project. */
final class Seed {
  private Seed() {}

  static Path folder() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      Path seed = at.resolve("shared").resolve("seed");
      if (Files.isDirectory(seed)) {
        return seed;
      }
    }
    throw new IllegalStateException(
        "these tests read the seed collection: put its folder at ../shared/seed, beside the project");
  }
}
