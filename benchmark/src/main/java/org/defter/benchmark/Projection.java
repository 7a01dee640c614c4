package org.defter.benchmark;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.defter.localstack.Part;

/**
 * The query service catching up on an import, from the topic to the indexes, against the very same
 * documents written into new indexes in bulk by as many threads.
 *
 * <p>The query service starts anew for each round, as it would. The time before its first commit,
 * in which it starts, and the events of that first commit do not count.
 */
final class Projection implements Measurement {

  /** As the query service's. */
  private static final int THREADS = 2;

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    Figure figure = new Figure("project events into three indexes", "documents/s", "≥ 0.6");
    for (int round = 1; round <= rig.settings().rounds(); round++) {
      rig.awaitQuiet();
      rig.stack().stop(Part.QUERY_SERVICE);
      long before;
      try (var database = rig.database()) {
        before = Rig.newestPosition(database);
      }
      long applied = rig.topic().applied(Rig.READERS);
      Imports.run(rig, "projected-" + round, rig.settings().rows());
      rig.awaitPublished();
      CompletableFuture<Void> started =
          CompletableFuture.runAsync(() -> rig.stack().start(Part.QUERY_SERVICE));
      Topic.CatchUp catchUp = rig.topic().catchUp(Rig.READERS, applied);
      started.join();
      rig.awaitQuiet();
      Documents documents = Documents.after(rig, before);
      double documentsOfAnEvent = (double) documents.count() / (rig.topic().length() - applied);
      figure.add(catchUp.perSecond() * documentsOfAnEvent, documents.write(rig, THREADS));
    }
    return List.of(figure);
  }
}
