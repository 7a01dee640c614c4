package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/**
 * Facts of no meaning, in files.
 *
 * @param rows how many
 */
record Bulk(String name, Path table, Path source, int rows) {
  static Bulk writtenTo(Path folder, String name, int rows) throws IOException {
    StringBuilder facts = new StringBuilder("id,paragraph,quote,subject,property,value,datatype\n");
    for (int row = 0; row < rows; row++) {
      facts.append(
          "%s-%05d,%d,shelf%d,%s-box-%d,weight %d,%d,quantity%n"
              .formatted(name, row, row % 50 + 1, row % 50, name, row % 2000, row % 20, row));
    }
    StringBuilder text = new StringBuilder();
    for (int paragraph = 0; paragraph < 50; paragraph++) {
      text.append("On shelf%d stand boxes.%n".formatted(paragraph));
    }
    return new Bulk(
        name,
        Files.writeString(folder.resolve(name + ".csv"), facts),
        Files.writeString(folder.resolve(name + ".txt"), text),
        rows);
  }

  String line() {
    return "defter import '%s' --source '%s' --source-id %s --actor ann"
        .formatted(table, source, name);
  }

  int stored() throws SQLException {
    String count =
        "SELECT count(*) FROM domain_event_entry WHERE sequence_number = 0"
            + " AND aggregate_identifier LIKE 'fact/%s-%%'".formatted(name);
    return Integer.parseInt(Archive.stored(count).getFirst());
  }

  void awaitMoreThan(int facts) throws Exception {
    long deadline = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (stored() <= facts) {
      assertThat(System.nanoTime()).as("the import of %s moves on", name).isLessThan(deadline);
      Thread.sleep(20);
    }
  }

  boolean isAllIn(String printed) {
    List<String> lines = SeedImport.lines(printed).map(line -> line.replace(",", "")).toList();
    return lines.contains("errors 0")
        && !printed.contains("the import failed")
        && count(lines, "facts") + count(lines, "unchanged") == rows;
  }

  private static int count(List<String> lines, String what) {
    return lines.stream()
        .filter(line -> line.startsWith(what + " "))
        .map(line -> Integer.parseInt(line.substring(what.length() + 1)))
        .findFirst()
        .orElse(0);
  }
}
