package org.defter.localstack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One process and no other: Linux reuses process ids, so the id alone may come to name a stranger.
 * The boot and the clock tick in which the process began (proc(5), {@code /proc/[pid]/stat}, field
 * 22) never repeat together with the id, and unlike a start time they do not move with the clock.
 */
record LinuxProcess(long pid, String boot, long startTick) {
  private static final Path PROC = Path.of("/proc");

  enum Signal {
    TERM,
    INT,
    KILL,
    STOP,
    CONT
  }

  /**
   * The process that has this id now; empty when there is none, or only what waits to be reaped.
   */
  static Optional<LinuxProcess> withPid(long pid) {
    try {
      String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
      // The second field is the program's name in brackets, and may itself hold blanks and
      // brackets.
      List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" "));
      boolean ended = fields.getFirst().equals("Z") || fields.getFirst().equals("X");
      int threads = Integer.parseInt(fields.get(17));
      // While other threads of a killed process are still ending, its ports and files are held.
      if (ended && threads <= 1) {
        return Optional.empty();
      }
      return Optional.of(new LinuxProcess(pid, currentBoot(), Long.parseLong(fields.get(19))));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  private static String currentBoot() throws IOException {
    return Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip();
  }

  boolean isAlive() {
    return withPid(pid).filter(this::equals).isPresent();
  }

  /** Its command line, arguments apart by blanks; empty when it is gone or not ours to see. */
  String commandLine() {
    try {
      return Files.readString(PROC.resolve(pid + "/cmdline"), StandardCharsets.UTF_8)
          .replace('\0', ' ')
          .strip();
    } catch (IOException gone) {
      return "";
    }
  }

  /** It and every process it started, itself first. */
  List<LinuxProcess> tree() {
    Stream<ProcessHandle> descendants =
        ProcessHandle.of(pid).map(ProcessHandle::descendants).orElseGet(Stream::empty);
    return Stream.concat(
            Stream.of(this),
            descendants.flatMap(handle -> LinuxProcess.withPid(handle.pid()).stream()))
        .toList();
  }

  /** Signals it when it still is the process meant; does nothing otherwise. */
  void signal(Signal signal) {
    if (isAlive()) {
      Shell.run(List.of("sh", "-c", "kill -\"$0\" \"$1\"", signal.name(), Long.toString(pid)));
    }
  }

  /** Waits until it is gone; false when it outlives the limit. */
  boolean awaitEnd(Duration limit) {
    long deadline = System.nanoTime() + limit.toNanos();
    while (isAlive()) {
      if (System.nanoTime() - deadline > 0) {
        return false;
      }
      Pause.of(Duration.ofMillis(20));
    }
    return true;
  }
}
