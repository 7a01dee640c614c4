package org.defter.benchmark;

import java.util.List;
import org.defter.benchmark.RawRows.Row;
import org.defter.localstack.Part;

/**
 * An import of a table, against the rows of the very events it made, inserted in batches of a
 * thousand by one connection, each batch committed. With the reading side stopped, and with
 * everything running.
 */
final class BulkImport implements Measurement {

  private static final int BATCH = 1_000;

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    Imports.run(rig, "warm-up", rig.settings().rows());
    Figure running = new Figure("import, all running", "rows/s", "");
    Figure alone = new Figure("import, reading side stopped", "rows/s", "≥ 0.4");
    for (int round = 1; round <= rig.settings().rounds(); round++) {
      rig.awaitQuiet();
      round(rig, running, "import-running-" + round);
    }
    rig.awaitQuiet();
    rig.stack().stop(Part.QUERY_SERVICE);
    for (int round = 1; round <= rig.settings().rounds(); round++) {
      round(rig, alone, "import-alone-" + round);
    }
    rig.stack().start(Part.QUERY_SERVICE);
    rig.awaitQuiet();
    return List.of(alone, running);
  }

  private static void round(Rig rig, Figure figure, String name) throws Exception {
    int rows = rig.settings().rows();
    try (var database = rig.database()) {
      List<Row> events = RawRows.newest(database, "archive.fact.recorded.v1", rows);
      RawRows.makeTable(database);
      double raw = RawRows.inBatches(database, events, BATCH);
      figure.add(rows / Imports.run(rig, name, rows), raw);
      rig.awaitPublished();
    }
  }
}
