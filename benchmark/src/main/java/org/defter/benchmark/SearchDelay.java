package org.defter.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * How long a search of the public address takes, with facets and highlights, against the body that
 * the query service sends to Elasticsearch for it, sent there directly.
 */
final class SearchDelay implements Measurement {

  private static final int QUESTIONS = 100;
  private static final double WARM_UP_SECONDS = 5;

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    rig.awaitQuiet();
    List<String> targets = targets();
    List<byte[]> bodies = SearchTap.capture(rig, targets);
    Load.run(2, WARM_UP_SECONDS, number -> reader(rig, targets, number));
    Load.run(2, WARM_UP_SECONDS, number -> raw(rig, bodies, number));
    List<Figure> figures = new ArrayList<>();
    for (int clients : List.of(1, 4)) {
      String with = ", %d %s".formatted(clients, clients == 1 ? "client" : "clients");
      Figure median = new Figure("search, median" + with, "ms", "≤ 3");
      Figure late = new Figure("search, 99 %" + with, "ms", "≤ 3");
      for (int round = 0; round < rig.settings().rounds(); round++) {
        double seconds = 2 * rig.settings().seconds();
        Load.Outcome direct = Load.run(clients, seconds, number -> raw(rig, bodies, number));
        Load.Outcome archive = Load.run(clients, seconds, number -> reader(rig, targets, number));
        median.add(archive.millisAt(50), direct.millisAt(50));
        late.add(archive.millisAt(99), direct.millisAt(99));
      }
      figures.add(median);
      figures.add(late);
    }
    return figures;
  }

  /** One or two words, common or rare, as the texts have them. */
  private static List<String> targets() {
    GeneratedFacts language = new GeneratedFacts("questions");
    List<String> targets = new ArrayList<>();
    for (int at = 0; at < QUESTIONS; at++) {
      String words = at % 2 == 0 ? language.word() : language.word() + " " + language.word();
      targets.add("/api/v1/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
    }
    return targets;
  }

  private static Load.Client reader(Rig rig, List<String> targets, int number) throws Exception {
    HttpConnection archive = rig.frontDoor();
    return new Asking(archive, number * 7) {
      @Override
      HttpConnection.Answer ask(int at) throws Exception {
        return archive.get(targets.get(at % targets.size()));
      }
    };
  }

  private static Load.Client raw(Rig rig, List<byte[]> bodies, int number) throws Exception {
    HttpConnection elasticsearch = rig.elasticsearch();
    return new Asking(elasticsearch, number * 7) {
      @Override
      HttpConnection.Answer ask(int at) throws Exception {
        return elasticsearch.json(
            "POST", "/facts/_search?typed_keys=true", bodies.get(at % bodies.size()));
      }
    };
  }

  private abstract static class Asking implements Load.Client {
    private final HttpConnection connection;
    private int next;

    Asking(HttpConnection connection, int first) {
      this.connection = connection;
      this.next = first;
    }

    abstract HttpConnection.Answer ask(int at) throws Exception;

    @Override
    public void once() throws Exception {
      ask(next++).expecting(200);
    }

    @Override
    public void close() throws Exception {
      connection.close();
    }
  }
}
