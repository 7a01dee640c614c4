package org.defter.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How one part is prepared, started, asked whether it works, and told to end. */
interface Recipe {
  Part part();

  String version();

  /** Its own folder in the data directory. */
  Path folder();

  default Path log() {
    return folder().resolve("log");
  }

  /** The port its clients use. */
  int port();

  /** Makes the files it needs. Runs before every start; a crash in it is mended by the next run. */
  void prepare();

  List<String> command();

  /** The variables it is given; of the caller's it sees none but PATH and HOME. */
  Map<String, String> environment();

  /** Whether it answers a real request of its protocol now. */
  boolean answers();

  /**
   * What it was made from, beyond its command: a running part made from something else is replaced.
   */
  default String madeFrom() {
    return "";
  }

  default LinuxProcess.Signal stopSignal() {
    return LinuxProcess.Signal.TERM;
  }

  /** Whether it ended because the one before it, just killed, has not let go of its files yet. */
  default boolean heldByPredecessor(String logTail) {
    return false;
  }

  /**
   * The running server as the server itself noted it, where it does: known even when the command
   * that started it was killed before it could record anything, and after a launcher handed over.
   */
  default Optional<LinuxProcess> ownRecord() {
    return Optional.empty();
  }
}
