package org.defter.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.defter.core.event.ArchiveJson;
import tools.jackson.databind.JsonNode;

/**
 * An archive of many events, audited with its indexes by the command, and its indexes rebuilt while
 * they serve. It fails when anything does not hold.
 */
final class Rebuild implements Measurement {

  /** As the query service's. */
  private static final int THREADS = 2;

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    SyntheticEvents.make(rig, rig.settings().rows());
    long events = rig.topic().length();
    Figure audit = new Figure("audit of %,d events and all indexes".formatted(events), "s", "");
    Figure memory = new Figure("the command that audits, most memory", "MB", "");
    Figure facts = new Figure("rebuild the facts, filling", "events/s", "≥ 10,000");
    Figure documents = new Figure("rebuild the facts, filling", "documents/s", "");
    Figure all = new Figure("rebuild all indexes, filling", "events/s", "");
    Figure proof = new Figure("rebuild all indexes, proving", "s", "");
    Figure pause = new Figure("rebuild, nothing applied", "ms", "");
    audit(rig, audit, memory);
    double raw = Documents.after(rig, 0, List.of("facts")).write(rig, THREADS);
    JsonNode one = rebuild(rig, "facts");
    facts.add(perSecond(one, "events"));
    documents.add(perSecond(one, "documents"), raw);
    pause.add(one.path("pauseMillis").asDouble());
    JsonNode every = rebuild(rig, "all");
    all.add(perSecond(every, "events"));
    proof.add(every.path("provingMillis").asDouble() / 1_000);
    pause.add(every.path("pauseMillis").asDouble());
    return List.of(audit, memory, facts, documents, all, proof, pause);
  }

  private static double perSecond(JsonNode rebuild, String what) {
    return rebuild.path(what).asDouble() * 1_000 / rebuild.path("fillingMillis").asDouble();
  }

  private static void audit(Rig rig, Figure seconds, Figure memory) throws Exception {
    Settings settings = rig.settings();
    long began = System.nanoTime();
    Process command =
        new ProcessBuilder(
                settings.home().resolve("defter").toString(),
                "--data",
                settings.data().toString(),
                "audit",
                "--index")
            .redirectErrorStream(true)
            .redirectOutput(settings.data().resolve("audit.log").toFile())
            .start();
    long most = 0;
    while (!command.waitFor(1, TimeUnit.SECONDS)) {
      most = Math.max(most, megabytes(command.pid()));
    }
    if (command.exitValue() != 0) {
      throw new IllegalStateException(Files.readString(settings.data().resolve("audit.log")));
    }
    seconds.add((System.nanoTime() - began) / 1e9);
    memory.add((double) most);
  }

  private static long megabytes(long process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
          .findFirst()
          .orElse(0);
    } catch (IOException ended) {
      return 0;
    }
  }

  private static JsonNode rebuild(Rig rig, String index) throws Exception {
    try (HttpConnection archive = rig.frontDoor()) {
      String begun =
          archive
              .send("POST", "/api/v1/rebuilds?index=" + index, Map.of(), new byte[0])
              .expecting(202)
              .text();
      String address =
          "/api/v1/rebuilds/" + ArchiveJson.mapper().readTree(begun).path("id").asLong();
      while (true) {
        JsonNode now = Rig.json(archive.get(address).expecting(200));
        switch (now.path("state").asString()) {
          case "done" -> {
            return now;
          }
          case "failed" -> throw new IllegalStateException(now.toString());
          default -> TimeUnit.MILLISECONDS.sleep(250);
        }
      }
    }
  }
}
