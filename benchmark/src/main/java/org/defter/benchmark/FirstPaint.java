package org.defter.benchmark;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How long it takes until a browser shows something of a fact's page (W3C Paint Timing,
 * first-contentful-paint), against the same files from a server that only holds them: once in a
 * browser that was never there, once in one that comes from another page of the archive.
 *
 * <p>Of an archive that has served a while, to one reader who looks at a page before opening the
 * next: what the browser still does for the one before is not measured with it.
 */
final class FirstPaint implements Measurement {

  private static final int LOADS = 30;
  private static final int WARM_UP = 15;
  private static final int SERVED_BEFORE = 500;
  private static final long REST_MILLIS = 400;
  private static final int FACTS = 500;
  private static final String NAME = "painted";
  private static final String FACT = NAME + "-0";
  private static final String BEFORE = "/log";
  private static final String AIM = "< 200 ms";

  /** As for the browser tests. */
  private static final String PROGRAM =
      System.getenv().getOrDefault("DEFTER_CHROMIUM", "/usr/bin/chromium");

  private static final Pattern FILE =
      Pattern.compile("(?:href|src)=\"(/[\\w-]+\\.(?:css|js|svg))\"");
  private static final Map<String, String> TYPES =
      Map.of("css", "text/css", "js", "text/javascript", "svg", "image/svg+xml");

  private static final String PAINTED =
      """
      () => new Promise(done => new PerformanceObserver(list => {
        const seen = list.getEntriesByName("first-contentful-paint");
        if (seen.length) done(seen[0].startTime);
      }).observe({ type: "paint", buffered: true }))
      """;

  @Override
  public List<Figure> measure(Rig rig) throws Exception {
    Imports.run(rig, NAME, FACTS);
    correct(rig);
    rig.awaitQuiet();
    List<Figure> first = figures("first paint of a fact's page, new browser");
    List<Figure> next = figures("first paint of a fact's page, from another page");
    URI archive = rig.stack().publicUri().resolve("/facts/" + FACT);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        Playwright playwright =
            Playwright.create(
                new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
            playwright
                .chromium()
                .launch(
                    new LaunchOptions()
                        .setExecutablePath(Path.of(PROGRAM))
                        .setArgs(List.of("--no-sandbox", "--disable-gpu")))) {
      serve(rig);
      HttpServer files = files(rig);
      files.setExecutor(threads);
      files.start();
      URI held = URI.create("http://127.0.0.1:" + files.getAddress().getPort() + "/");
      try {
        Paints ofNewBrowsers = address -> ofNewBrowser(browser, address);
        byTurns(ofNewBrowsers, archive, held, WARM_UP);
        for (int round = 0; round < rig.settings().rounds(); round++) {
          add(first, byTurns(ofNewBrowsers, archive, held, LOADS));
          try (BrowserContext reader = browser.newContext()) {
            Page page = reader.newPage();
            add(next, byTurns(address -> ofNextPage(page, address), archive, held, LOADS));
          }
        }
      } finally {
        files.stop(0);
      }
    }
    return Stream.concat(first.stream(), next.stream()).toList();
  }

  /** So that its history has something to tell. */
  private static void correct(Rig rig) throws IOException {
    try (HttpConnection ingest = rig.ingest()) {
      ingest
          .send(
              "POST",
              "/api/v1/facts/" + FACT + "/corrections",
              Map.of("Content-Type", "application/json", "If-Match", "\"1\""),
              Rig.utf8(
                  "{\"changes\": {\"certainty\": \"low\"}, \"reason\": {\"type\": \"better-source\"}}"))
          .expecting(200);
    }
  }

  private static void serve(Rig rig) throws IOException {
    try (HttpConnection archive = new HttpConnection(rig.stack().publicUri())) {
      for (int times = 0; times < SERVED_BEFORE; times++) {
        archive.get("/facts/" + FACT).expecting(200);
      }
    }
  }

  /** The page and what it loads, as the archive gives them once. */
  private static HttpServer files(Rig rig) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (HttpConnection archive = new HttpConnection(rig.stack().publicUri())) {
      String page = archive.get("/facts/" + FACT).expecting(200).text();
      hold(server, "/", "text/html;charset=UTF-8", page);
      hold(server, BEFORE, "text/html;charset=UTF-8", archive.get(BEFORE).expecting(200).text());
      for (String file : FILE.matcher(page).results().map(FirstPaint::name).distinct().toList()) {
        String type = TYPES.getOrDefault(file.substring(file.lastIndexOf('.') + 1), "");
        hold(server, file, type, archive.get(file).expecting(200).text());
      }
    }
    return server;
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }

  private static void hold(HttpServer server, String path, String type, String content) {
    byte[] bytes = Rig.utf8(content);
    server.createContext(
        path,
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", type);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static List<Figure> figures(String what) {
    return List.of(
        new Figure(what + ", median", "ms", AIM), new Figure(what + ", 95 %", "ms", AIM));
  }

  private static void add(List<Figure> figures, double[][] both) {
    figures.getFirst().add(at(both[0], 50), at(both[1], 50));
    figures.getLast().add(at(both[0], 95), at(both[1], 95));
  }

  /** Opens a page and says when something of it was seen, in milliseconds. */
  @FunctionalInterface
  private interface Paints {
    double of(URI address) throws InterruptedException;
  }

  /** By turns, in milliseconds: the archive's, and those of the files. */
  private static double[][] byTurns(Paints paints, URI archive, URI held, int loads)
      throws InterruptedException {
    double[][] millis = new double[2][loads];
    for (int at = 0; at < loads; at++) {
      millis[1][at] = paints.of(held);
      millis[0][at] = paints.of(archive);
    }
    return millis;
  }

  private static double ofNewBrowser(Browser browser, URI address) throws InterruptedException {
    try (BrowserContext reader = browser.newContext()) {
      return paint(reader.newPage(), address);
    }
  }

  /** The page before is of the same site, so that its process runs and its styles are there. */
  private static double ofNextPage(Page page, URI address) throws InterruptedException {
    page.navigate(address.resolve(BEFORE).toString());
    return paint(page, address);
  }

  private static double paint(Page page, URI address) throws InterruptedException {
    Thread.sleep(REST_MILLIS);
    page.navigate(address.toString());
    return ((Number) page.evaluate(PAINTED)).doubleValue();
  }

  private static double at(double[] millis, int percent) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
  }
}
