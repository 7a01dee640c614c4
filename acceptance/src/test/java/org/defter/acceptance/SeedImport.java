package org.defter.acceptance;

import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The seed, imported twice into the archive of this module's tests, whoever asks first.
 *
 * @param first what {@code defter import} printed the first time
 * @param second what it printed the second time
 * @param events how many events the store held after the first
 * @param eventsInTheEnd how many it held after the second
 */
record SeedImport(String first, String second, List<String> events, List<String> eventsInTheEnd) {
  private static final String IMPORT =
      """
      defter import "$SEED/facts.csv" --source "$SEED"/000_*.txt --source-id essay \\
        --title "The organisation and Azerbaijan" --language ru --actor ann
      """;
  private static final String EVENTS = "SELECT count(*) FROM domain_event_entry";

  private static @Nullable SeedImport done;

  static synchronized SeedImport once() throws SQLException {
    SeedImport before = done;
    if (before != null) {
      return before;
    }
    String first = Archive.shell().run(IMPORT);
    List<String> events = Archive.stored(EVENTS);
    String second = Archive.shell().run(IMPORT);
    SeedImport now = new SeedImport(first, second, events, Archive.stored(EVENTS));
    done = now;
    return now;
  }

  /** Printed lines, their columns one blank apart. */
  static Stream<String> lines(String printed) {
    return printed.lines().map(line -> line.replaceAll(" +", " "));
  }
}
