package org.defter.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Who the servers that refuse root run as. For root that is an ordinary user: by choice in a user
 * namespace of its own, where files stay root's; where the kernel forbids that, the user `nobody`,
 * who then owns the folder.
 */
enum Account {
  /** Not root: everything runs as the caller. */
  CALLER(""),
  NAMESPACE("unshare -U --map-user=1000 --map-group=1000 --"),
  NOBODY("setpriv --reuid=65534 --regid=65534 --clear-groups --");

  private final String prefix;

  Account(String prefix) {
    this.prefix = prefix;
  }

  static Account forThisUser() {
    if (!ownerOf(Path.of("/proc/self")).equals(0)) {
      return CALLER;
    }
    return NAMESPACE.works() ? NAMESPACE : NOBODY;
  }

  private boolean works() {
    return Shell.run(as(List.of("true"))).succeeded();
  }

  List<String> as(List<String> command) {
    Stream<String> words = Stream.of(prefix.split(" ")).filter(word -> !word.isEmpty());
    return Stream.concat(words, command.stream()).toList();
  }

  /** Makes the folder and what is in it belong to whom this account's processes run as. */
  void own(Path folder) {
    Integer owner =
        switch (this) {
          case CALLER -> ownerOf(folder);
          case NAMESPACE -> Integer.valueOf(0);
          case NOBODY -> Integer.valueOf(65534);
        };
    // As `nobody` always: what root has just written there must change hands too.
    if (this == NOBODY || !ownerOf(folder).equals(owner)) {
      Shell.run(List.of("chown", "-R", owner + ":" + owner, folder.toString()));
    }
    if (!Shell.run(as(List.of("test", "-x", folder.toString()))).succeeded()) {
      throw new StackException(
          StackException.Problem.DATA_DIRECTORY,
          folder
              + " cannot be reached by the user the servers run as, since they refuse root:"
              + " choose a data directory that every user may enter, with --data DIR");
    }
  }

  private static Integer ownerOf(Path path) {
    try {
      return (Integer) Files.getAttribute(path, "unix:uid");
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot read who owns " + path, e);
    }
  }
}
