package org.defter.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What was measured on. */
final class Machine {

  private Machine() {}

  /** A line of facts. */
  static String facts(List<String> servers) throws IOException {
    return "%d processors, %s memory, JDK %s, %s"
        .formatted(
            Runtime.getRuntime().availableProcessors(),
            memory(),
            System.getProperty("java.runtime.version"),
            String.join(", ", servers));
  }

  /** How many programs wanted to run, over the last 1, 5 and 15 minutes. */
  static String load() throws IOException {
    return String.join(
        " ", List.of(Files.readString(Path.of("/proc/loadavg")).split(" ", -1)).subList(0, 3));
  }

  private static String memory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/meminfo"))) {
      if (line.startsWith("MemTotal:")) {
        return Math.round(Long.parseLong(line.replaceAll("\\D", "")) / 1048576.0) + " GiB";
      }
    }
    return "unknown";
  }
}
