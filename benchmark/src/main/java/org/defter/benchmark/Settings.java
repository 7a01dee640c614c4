package org.defter.benchmark;

import java.nio.file.Path;
import java.util.List;

/**
 * How much is measured.
 *
 * @param home the project's directory
 * @param data where the servers keep their data, empty at the start
 * @param rounds how often each figure is taken, raw and archive by turns
 * @param seconds how long one load lasts
 * @param rows facts in one import
 * @param facts among which contradictions are looked for
 * @param clients how many clients send commands
 */
record Settings(
    Path home, Path data, int rounds, double seconds, int rows, int facts, List<Integer> clients) {

  Settings {
    clients = List.copyOf(clients);
  }
}
