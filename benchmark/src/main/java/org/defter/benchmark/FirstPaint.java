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

/**
 * How long it takes until a browser that was never there shows something of a fact's page (W3C
 * Paint Timing, first-contentful-paint), against the same files from a server that only holds them.
 */
final class FirstPaint implements Measurement {

  private static final int LOADS = 30;
  private static final int WARM_UP = 15;
  private static final int FACTS = 500;
  private static final String NAME = "painted";
  private static final String FACT = NAME + "-0";
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
    Figure median = new Figure("first paint of a fact's page, median", "ms", AIM);
    Figure late = new Figure("first paint of a fact's page, 95 %", "ms", AIM);
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
      HttpServer files = files(rig);
      files.setExecutor(threads);
      files.start();
      URI held = URI.create("http://127.0.0.1:" + files.getAddress().getPort() + "/");
      try {
        paints(browser, archive, held, WARM_UP);
        for (int round = 0; round < rig.settings().rounds(); round++) {
          double[][] both = paints(browser, archive, held, LOADS);
          median.add(at(both[0], 50), at(both[1], 50));
          late.add(at(both[0], 95), at(both[1], 95));
        }
      } finally {
        files.stop(0);
      }
    }
    return List.of(median, late);
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

  /** The page and what it loads, as the archive gives them once. */
  private static HttpServer files(Rig rig) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    try (HttpConnection archive = new HttpConnection(rig.stack().publicUri())) {
      String page = archive.get("/facts/" + FACT).expecting(200).text();
      hold(server, "/", "text/html;charset=UTF-8", page);
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

  /** By turns, in milliseconds: the archive's, and those of the files. */
  private static double[][] paints(Browser browser, URI archive, URI held, int loads) {
    double[][] millis = new double[2][loads];
    for (int at = 0; at < loads; at++) {
      millis[1][at] = paint(browser, held);
      millis[0][at] = paint(browser, archive);
    }
    return millis;
  }

  private static double paint(Browser browser, URI address) {
    try (BrowserContext reader = browser.newContext()) {
      Page page = reader.newPage();
      page.navigate(address.toString());
      return ((Number) page.evaluate(PAINTED)).doubleValue();
    }
  }

  private static double at(double[] millis, int percent) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return sorted[Math.ceilDiv(sorted.length * percent, 100) - 1];
  }
}
