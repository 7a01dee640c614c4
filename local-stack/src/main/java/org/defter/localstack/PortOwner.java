package org.defter.localstack;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which program listens on a port, as far as Linux tells this user (proc(5), /proc/net/tcp). */
final class PortOwner {
  private static final String LISTEN = "0A";

  private PortOwner() {}

  /** "process 4711 (nginx)", or empty when it belongs to someone whose processes we cannot see. */
  static Optional<String> of(int port) {
    return pidOf(port).map(pid -> "process " + pid + " (" + nameOf(pid) + ")");
  }

  /** The process, or empty when it belongs to someone whose processes we cannot see. */
  static Optional<Long> pidOf(int port) {
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> listeningInode(Path.of("/proc/net", table), port).stream())
        .flatMap(inode -> holderOf(inode).stream())
        .findFirst();
  }

  private static Optional<String> listeningInode(Path table, int port) {
    String localPort = ":%04X".formatted(port);
    try (Stream<String> lines = Files.lines(table)) {
      return lines
          .skip(1)
          .map(line -> List.of(line.strip().split("\\s+")))
          .filter(fields -> fields.get(1).endsWith(localPort) && fields.get(3).equals(LISTEN))
          .map(fields -> fields.get(9))
          .findFirst();
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Long> holderOf(String inode) {
    String socket = "socket:[" + inode + "]";
    return ProcessHandle.allProcesses()
        .filter(process -> holds(process.pid(), socket))
        .map(ProcessHandle::pid)
        .findFirst();
  }

  private static boolean holds(long pid, String socket) {
    try (DirectoryStream<Path> open =
        Files.newDirectoryStream(Path.of("/proc", Long.toString(pid), "fd"))) {
      for (Path descriptor : open) {
        if (Files.readSymbolicLink(descriptor).toString().equals(socket)) {
          return true;
        }
      }
    } catch (IOException goneOrAnothers) {
      return false;
    }
    return false;
  }

  private static String nameOf(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "comm")).strip();
    } catch (IOException gone) {
      return "ended";
    }
  }
}
