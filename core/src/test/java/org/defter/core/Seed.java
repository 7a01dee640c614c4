package org.defter.core;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The first real source and the facts in it, kept beside the project and never in it. */
public final class Seed {

  private static final Path WHERE = Path.of("shared", "seed");

  /**
   * One row of the table of facts.
   *
   * @param id of the row
   * @param paragraph that holds the quote
   * @param quote the words of the essay
   */
  public record Row(String id, int paragraph, String quote) {}

  private Seed() {}

  /** The essay, letter for letter. */
  public static String essay() {
    return read("000_8ec29e1c5a3d7a9b.txt");
  }

  /** Every row, in the order of the file. */
  public static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (List<String> cells : records(read("facts.csv"))) {
      if (!cells.getFirst().equals("id")) {
        rows.add(new Row(cells.get(0), Integer.parseInt(cells.get(1)), cells.get(2)));
      }
    }
    return rows;
  }

  private static String read(String file) {
    Path here = Path.of("").toAbsolutePath();
    for (Path folder = here; folder != null; folder = folder.getParent()) {
      Path candidate = folder.resolve(WHERE).resolve(file);
      if (Files.exists(candidate)) {
        try {
          return Files.readString(candidate);
        } catch (IOException unreadable) {
          throw new UncheckedIOException(unreadable);
        }
      }
    }
    throw new IllegalStateException(
        "there is no %s above %s: put the seed's folder beside the project"
            .formatted(WHERE.resolve(file), here));
  }

  /** Comma-separated values after RFC 4180: quotes protect commas, and a doubled quote is one. */
  private static List<List<String>> records(String csv) {
    List<List<String>> records = new ArrayList<>();
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int at = 0; at < csv.length(); at++) {
      char character = csv.charAt(at);
      if (character == '"') {
        boolean doubled = !quoted && at > 0 && csv.charAt(at - 1) == '"' && !cell.isEmpty();
        cell.append(doubled ? "\"" : "");
        quoted = !quoted;
      } else if (quoted || (character != ',' && character != '\n')) {
        cell.append(character);
      } else {
        cells.add(cell.toString().strip());
        cell.setLength(0);
        if (character == '\n') {
          records.add(List.copyOf(cells));
          cells.clear();
        }
      }
    }
    return records;
  }
}
