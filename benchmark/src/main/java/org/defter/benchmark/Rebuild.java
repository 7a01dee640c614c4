package org.defter.benchmark;

import java.util.List;

/**
 * All indexes built anew from the first event on, by a second query service, while the first goes
 * on serving.
 */
final class Rebuild implements Measurement {

  private static final String GENERATION = "rebuilt";

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    rig.awaitQuiet();
    long events = rig.topic().length();
    Figure rate = new Figure("rebuild all indexes", "events/s", "");
    Figure whole =
        new Figure(
            "rebuild all indexes, %,d events, from the start of the process".formatted(events),
            "s",
            "");
    String group = "benchmark-rebuild";
    long began = System.nanoTime();
    try (SecondQueryService second =
        new SecondQueryService(rig, GENERATION, group, rig.stack().elasticsearchUri())) {
      rate.add(rig.topic().catchUp(group, 0).perSecond());
      whole.add((System.nanoTime() - began) / 1e9);
    }
    compare(rig);
    return List.of(rate, whole);
  }

  /** A fast rebuild that lost something would be no rebuild. */
  private static void compare(Rig rig) throws Exception {
    rig.awaitQuiet();
    try (HttpConnection elasticsearch = rig.elasticsearch()) {
      for (String index :
          List.of("facts", "fact-versions", "subjects", "sources", "properties", "events")) {
        long old = count(elasticsearch, index + "-" + Rig.GENERATION);
        long rebuilt = count(elasticsearch, index + "-" + GENERATION);
        if (old != rebuilt) {
          throw new IllegalStateException(
              "%s holds %,d documents, rebuilt %,d".formatted(index, old, rebuilt));
        }
        elasticsearch.send(
            "DELETE", "/" + index + "-" + GENERATION, java.util.Map.of(), new byte[0]);
      }
    }
  }

  private static long count(HttpConnection elasticsearch, String index) throws Exception {
    return Rig.json(elasticsearch.get("/" + index + "/_count")).path("count").asLong();
  }
}
