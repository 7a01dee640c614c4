package org.defter.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.defter.benchmark.RawRows.Row;
import org.defter.localstack.Part;

/**
 * Single commands over HTTP, against inserts of rows of the same size by as many connections, each
 * committed.
 *
 * <p>Once with the reading side stopped, as when it stands on another machine, and once with
 * everything running and projecting what is recorded.
 */
final class SingleCommands implements Measurement {

  private static final double WARM_UP_SECONDS = 4;
  private static final String AIM = "≥ 0.5";

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    FactCommands.prepare(rig);
    for (int clients : List.of(1, 8, 8)) {
      Load.run(clients, WARM_UP_SECONDS, _ -> FactCommands.recording(rig.ingest()));
      Load.run(clients, WARM_UP_SECONDS, _ -> FactCommands.correcting(rig.ingest()));
    }
    List<Figure> figures = new ArrayList<>();
    rig.awaitPublished();
    rig.stack().stop(Part.QUERY_SERVICE);
    figures.addAll(ofIngestAlone(rig));
    rig.stack().start(Part.QUERY_SERVICE);
    rig.awaitQuiet();
    Load.run(8, WARM_UP_SECONDS, _ -> FactCommands.recording(rig.frontDoor()));
    rig.awaitQuiet();
    figures.addAll(ofAll(rig));
    return figures;
  }

  private static List<Figure> ofIngestAlone(Rig rig) throws Exception {
    List<Figure> recorded = new ArrayList<>();
    List<Figure> corrected = new ArrayList<>();
    for (int clients : rig.settings().clients()) {
      Figure record = figure("record a fact, reading side stopped", clients, AIM);
      Figure correct = figure("correct a fact, reading side stopped", clients, AIM);
      for (int round = 0; round < rig.settings().rounds(); round++) {
        double raw = raw(rig, clients, "archive.fact.recorded.v1");
        record.add(perSecond(rig, clients, _ -> FactCommands.recording(rig.ingest())), raw);
        rig.awaitPublished();
        raw = raw(rig, clients, "archive.fact.corrected.v1");
        correct.add(perSecond(rig, clients, _ -> FactCommands.correcting(rig.ingest())), raw);
        rig.awaitPublished();
      }
      recorded.add(record);
      corrected.add(correct);
    }
    recorded.addAll(corrected);
    return recorded;
  }

  private static List<Figure> ofAll(Rig rig) throws Exception {
    List<Figure> directly = new ArrayList<>();
    List<Figure> byFrontDoor = new ArrayList<>();
    for (int clients : rig.settings().clients()) {
      Figure direct = figure("record a fact, all running", clients, "");
      Figure through = figure("record a fact, all running, by the front door", clients, "");
      for (int round = 0; round < rig.settings().rounds(); round++) {
        double raw = raw(rig, clients, "archive.fact.recorded.v1");
        direct.add(perSecond(rig, clients, _ -> FactCommands.recording(rig.ingest())), raw);
        rig.awaitQuiet();
        through.add(perSecond(rig, clients, _ -> FactCommands.recording(rig.frontDoor())), raw);
        rig.awaitQuiet();
      }
      directly.add(direct);
      byFrontDoor.add(through);
    }
    directly.addAll(byFrontDoor);
    return directly;
  }

  private static double raw(Rig rig, int clients, String type) throws Exception {
    Row row;
    try (var database = rig.database()) {
      RawRows.makeTable(database);
      row = RawRows.newest(database, type, 1).getFirst();
    }
    return perSecond(rig, clients, _ -> RawRows.oneByOne(rig.database(), row));
  }

  private static double perSecond(Rig rig, int clients, Load.Clients factory) throws Exception {
    return Load.run(clients, rig.settings().seconds(), factory).perSecond();
  }

  private static Figure figure(String what, int clients, String aimAtMost) {
    String name = "%s, %d %s".formatted(what, clients, clients == 1 ? "client" : "clients");
    return new Figure(name, "commands/s", clients == 32 ? aimAtMost : "");
  }
}
