package org.defter.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.defter.localstack.Part;

/** Stands between a query service and Elasticsearch and keeps the searches of facts. */
final class SearchTap implements AutoCloseable {

  private static final String SEARCH_PATH = "/facts/_search";
  private static final Set<String> PASSED_ON = Set.of("accept", "content-type");

  private final URI elasticsearch;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<byte[]> searches = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  private SearchTap(URI elasticsearch) throws IOException {
    this.elasticsearch = elasticsearch;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::passOn);
    server.start();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /**
   * The body of the search of facts that the query service makes of each of these targets. A second
   * query service takes the place of the stack's meanwhile.
   */
  static List<byte[]> capture(Rig rig, List<String> targets) throws Exception {
    List<byte[]> bodies = new ArrayList<>();
    rig.stack().stop(Part.QUERY_SERVICE);
    try (SearchTap tap = new SearchTap(rig.stack().elasticsearchUri());
        SecondQueryService service = new SecondQueryService(rig, Rig.READERS, tap.address())) {
      try (HttpConnection reader = service.connect()) {
        for (String target : targets) {
          tap.searches.clear();
          reader.get(target).expecting(200);
          if (tap.searches.size() != 1) {
            throw new IllegalStateException(
                "%s led to %d searches of facts".formatted(target, tap.searches.size()));
          }
          bodies.add(tap.searches.remove());
        }
      }
    } finally {
      rig.stack().start(Part.QUERY_SERVICE);
    }
    rig.awaitQuiet();
    return bodies;
  }

  private void passOn(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestURI().getPath().equals(SEARCH_PATH)) {
      searches.add(body);
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(elasticsearch.resolve(exchange.getRequestURI()))
            .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body));
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> {
          if (PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
            request.header(name, values.getFirst());
          }
        });
    HttpResponse<byte[]> answer;
    try {
      answer = client.send(request.build(), BodyHandlers.ofByteArray());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException(stopping);
    }
    for (String name : List.of("content-type", "x-elastic-product")) {
      answer
          .headers()
          .firstValue(name)
          .ifPresent(it -> exchange.getResponseHeaders().set(name, it));
    }
    int length = answer.body().length;
    exchange.sendResponseHeaders(answer.statusCode(), length == 0 ? -1 : length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    client.shutdownNow();
  }
}
