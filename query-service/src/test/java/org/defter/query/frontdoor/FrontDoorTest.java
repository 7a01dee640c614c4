package org.defter.query.frontdoor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServlet;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.defter.identity.SignedIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

@Timeout(30)
class FrontDoorTest {

  private final HttpClient reader = HttpClient.newHttpClient();
  private HttpServer ingest;
  private WebServer door;

  @BeforeEach
  void open() throws IOException {
    ingest = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
    ingest.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    ingest.start();
    TomcatServletWebServerFactory factory = new TomcatServletWebServerFactory(0);
    factory.addConnectorCustomizers(c -> c.setEncodedSolidusHandling("passthrough"));
    FrontDoor frontDoor = new FrontDoor(handingOn());
    door =
        factory.getWebServer(context -> {
          context.addServlet("reads", new HttpServlet() {}).addMapping("/");
          context
              .addFilter("door", frontDoor)
              .addMappingForUrlPatterns(EnumSet.of(DispatcherType.REQUEST), false, "/*");
        });
    door.start();
  }

  @BeforeEach
  void signIn() {
    Jwt token = Jwt.withTokenValue("anns-token").header("alg", "RS256").subject("ann").build();
    JwtAuthenticationToken authentication = new JwtAuthenticationToken(token);
    authentication.setDetails(new SignedIn("ann", null, List.of(), Set.of(), "anns-token"));
    SecurityContextHolder.getContext().setAuthentication(authentication);
  }

  @AfterEach
  void close() {
    SecurityContextHolder.clearContext();
    door.stop();
    ingest.stop(0);
    reader.shutdownNow();
  }

  @Test
  void handsOnMethodPathQueryHeadersAndBodyUnchanged() throws Exception {
    ingest.createContext(
        "/",
        exchange -> {
          String seen =
              "%s %s %s %s %s"
                  .formatted(
                      exchange.getRequestMethod(),
                      exchange.getRequestURI(),
                      exchange.getRequestHeaders().getFirst("If-Match"),
                      exchange.getRequestHeaders().get("X-Twice"),
                      new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.getResponseHeaders().add("ETag", "\"4\"");
          answer(exchange, 201, seen);
        });

    HttpResponse<String> answer =
        reader.send(
            to("/api/v1/facts/a%2Fb%C6%8F?x=%D0%90&y=1+2")
                .header("If-Match", "\"3\"")
                .header("X-Twice", "one")
                .header("X-Twice", "two")
                .method("PATCH", BodyPublishers.ofString("{\"имя\":1}"))
                .build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(201);
    assertThat(answer.headers().firstValue("ETag")).contains("\"4\"");
    assertThat(answer.body())
        .isEqualTo("PATCH /api/v1/facts/a%2Fb%C6%8F?x=%D0%90&y=1+2 \"3\" [one, two] {\"имя\":1}");
  }

  @Test
  void handsOnWhatOnlyTheIngestServiceKnows() {
    assertThat(Forwarding.isCommand("GET", "/api/v1/batches")).isTrue();
    assertThat(Forwarding.isCommand("GET", "/api/v1/batches/b/rows")).isTrue();
    assertThat(Forwarding.isCommand("GET", "/api/v1/imports/b")).isTrue();
    assertThat(Forwarding.isCommand("GET", "/log/checkpoint")).isTrue();
    assertThat(Forwarding.isCommand("GET", "/api/v1/facts/f1/evidence")).isTrue();
    assertThat(Forwarding.isCommand("GET", "/api/v1/reads")).isTrue();
    // Where the readers' side itself says what it is about to give.
    assertThat(Forwarding.isCommand("POST", "/reads")).isFalse();
    assertThat(Forwarding.isCommand("GET", "/api/v1/facts/f1/history")).isFalse();
    assertThat(Forwarding.isCommand("GET", "/api/v1/facts")).isFalse();
    assertThat(Forwarding.isCommand("POST", "/api/v1/facts")).isTrue();
    // It begins with a search, which is made here.
    assertThat(Forwarding.isCommand("POST", "/api/v1/facts/corrections")).isFalse();
    assertThat(Forwarding.isCommand("POST", "/api/v1/facts/f1/corrections")).isTrue();
  }

  @Test
  void dropsWhatMeansOneConnectionOnly() throws Exception {
    ingest.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Keep-Alive", "timeout=1");
          answer(exchange, 200, String.valueOf(exchange.getRequestHeaders().get("Te")));
        });

    HttpResponse<String> answer =
        reader.send(
            to("/api/v1/facts").header("TE", "trailers").POST(BodyPublishers.noBody()).build(),
            BodyHandlers.ofString());

    assertThat(answer.body()).isEqualTo("null");
    assertThat(answer.headers().firstValue("Keep-Alive")).isNotEqualTo("timeout=1");
  }

  @Test
  void streamsAnUploadWithoutHoldingIt() throws Exception {
    long size = 300_000_000;
    ingest.createContext("/", exchange -> answer(exchange, 200, "" + length(exchange)));

    HttpResponse<String> answer =
        reader.send(
            to("/api/v1/imports").POST(BodyPublishers.ofInputStream(() -> zeros(size))).build(),
            BodyHandlers.ofString());

    assertThat(answer.body()).isEqualTo("" + size);
  }

  @Test
  void letsAnEventThroughBeforeTheNextOneIsSent() throws Exception {
    CountDownLatch firstIsRead = new CountDownLatch(1);
    ingest.createContext(
        "/api/v1/imports/",
        exchange -> {
          exchange.getResponseHeaders().add("Content-Type", "text/event-stream");
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            body.write("data: 1\n".getBytes(UTF_8));
            body.flush();
            await(firstIsRead);
            body.write("data: 2\n".getBytes(UTF_8));
          }
        });

    HttpResponse<InputStream> answer =
        reader.send(to("/api/v1/imports/i1").build(), BodyHandlers.ofInputStream());

    try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("data: 1");
      firstIsRead.countDown();
      assertThat(lines.readLine()).isEqualTo("data: 2");
    }
  }

  @Test
  void saysSoWhenTheIngestServiceIsDown() throws Exception {
    ingest.stop(0);

    HttpResponse<String> answer =
        reader.send(
            to("/api/v1/facts").POST(BodyPublishers.ofString("{}")).build(),
            BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).contains("5");
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.body()).contains("/problems/unavailable", "ingest service");
  }

  @Test
  void keepsReadsHereAndHandsOnCommandsAndImports() {
    assertThat(List.of("POST", "PUT", "PATCH", "DELETE"))
        .allMatch(method -> Forwarding.isCommand(method, "/api/v1/facts"));
    assertThat(Forwarding.isCommand("GET", "/api/v1/imports")).isTrue();
    assertThat(Forwarding.isCommand("GET", "/api/v1/imports/i1")).isTrue();
    assertThat(Forwarding.isCommand("GET", "/api/v1/importsx")).isFalse();
    assertThat(Forwarding.isCommand("GET", "/api/v1/facts")).isFalse();
    assertThat(Forwarding.isCommand("POST", "/facts/S012")).isFalse();
  }

  @Test
  void sendsACommandFromAPageWithNothingButWhatThePageSays() throws Exception {
    ingest.createContext(
        "/",
        exchange ->
            answer(
                exchange,
                409,
                """
                {"title": "%s %s %s"}
                """
                    .formatted(
                        exchange.getRequestURI(),
                        exchange.getRequestHeaders().getFirst("Authorization"),
                        exchange.getRequestHeaders().getFirst("If-Match").replace('"', '|'))));

    Answer answer = handingOn().carryOut(command());

    assertThat(answer.accepted()).isFalse();
    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.json().path("title").asString())
        .isEqualTo("/api/v1/facts/a/merge Bearer anns-token |3|");
  }

  @Test
  void asksInTheLanguagesOfTheReaderOfThePage() throws Exception {
    ingest.createContext(
        "/",
        exchange ->
            answer(
                exchange,
                200,
                "{\"asked\":\"%s\"}"
                    .formatted(exchange.getRequestHeaders().getFirst("Accept-Language"))));
    MockHttpServletRequest page = new MockHttpServletRequest("POST", "/decisions");
    page.setPreferredLocales(List.of(Locale.of("az"), Locale.of("ru", "RU")));
    RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(page));
    try {
      assertThat(handingOn().carryOut(command()).json().path("asked").asString())
          .isEqualTo("az, ru-ru;q=0.9");
      assertThat(handingOn().ask("/api/v1/batches/b1", null).path("asked").asString())
          .isEqualTo("az, ru-ru;q=0.9");
    } finally {
      RequestContextHolder.resetRequestAttributes();
    }
  }

  @Test
  void tellsAPageWhenNobodyAnswersItsCommand() throws Exception {
    ingest.stop(0);

    Answer answer = handingOn().carryOut(command());

    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.json().path("detail").asString()).contains("the ingest service");
  }

  @Test
  void tellsOfAReadWithNothingOfTheReaderButWhoTheyAre() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    ingest.createContext(
        "/",
        exchange -> {
          seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          for (String header : List.of("Authorization", "Defter-On-Behalf-Of", "Cookie", "Range")) {
            seen.add(header + " " + exchange.getRequestHeaders().getFirst(header));
          }
          seen.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    MockHttpServletRequest request = new MockHttpServletRequest("GET", "/sources/s1");
    request.addHeader("Defter-On-Behalf-Of", "court");
    request.addHeader("Cookie", "a=b");
    request.addHeader("Range", "bytes=0-1");

    assertThat(handingOn().recordRead(request, "{}").accepted()).isTrue();
    assertThat(seen)
        .containsExactly(
            "POST /reads",
            "Authorization Bearer anns-token",
            "Defter-On-Behalf-Of court",
            "Cookie null",
            "Range null",
            "{}");
  }

  @Test
  void saysThatAReadIsNotRecordedWhenNobodyAnswers() throws Exception {
    ingest.stop(0);

    Answer answer = handingOn().recordRead(new MockHttpServletRequest("GET", "/sources/s1"), "{}");

    assertThat(answer.accepted()).isFalse();
  }

  private static PageCommand command() {
    return new PageCommand("/api/v1/facts/a/merge", "k1", 3L, "{}");
  }

  private HandingOn handingOn() {
    URI address = URI.create("http://localhost:" + ingest.getAddress().getPort());
    return new HandingOn(reader, new Forwarding(address));
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + door.getPort() + path));
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IOException("the first event was not read in time");
      }
    } catch (InterruptedException stopping) {
      throw new IOException(stopping);
    }
  }

  private static long length(HttpExchange exchange) throws IOException {
    return exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
  }

  private static InputStream zeros(long size) {
    return new InputStream() {
      private long left = size;

      @Override
      public int read() {
        return left-- > 0 ? 0 : -1;
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        if (left <= 0) {
          return -1;
        }
        int count = (int) Math.min(length, left);
        left -= count;
        return count;
      }
    };
  }
}
