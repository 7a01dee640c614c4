package org.defter.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A file in which a server noted its process id on the first line. */
final class PidFile {
  private PidFile() {}

  /**
   * The live process the file names, if its command line holds the mark; after a reboot the id may
   * belong to anyone.
   */
  static Optional<LinuxProcess> read(Path file, String mark) {
    try {
      String firstLine = Files.readString(file).lines().findFirst().orElse("").strip();
      return LinuxProcess.withPid(Long.parseLong(firstLine))
          .filter(process -> process.commandLine().contains(mark));
    } catch (IOException | NumberFormatException noneOrHalfWritten) {
      return Optional.empty();
    }
  }
}
