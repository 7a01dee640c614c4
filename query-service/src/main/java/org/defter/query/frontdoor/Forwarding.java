package org.defter.query.frontdoor;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.defter.identity.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Which requests are handed on, and what of them (RFC 9110 section 7.6). */
public final class Forwarding {

  private static final String API = "/api/v1/";

  /** A command that this service takes itself, since it begins with a search. */
  public static final String MASS_CORRECTIONS = "/api/v1/facts/corrections";

  /** This service's own indexes are built anew. */
  public static final String REBUILDS = "/api/v1/rebuilds";

  private static final Set<String> TAKEN_HERE = Set.of(MASS_CORRECTIONS, REBUILDS);

  /** What the ingest service knows and no index does. */
  private static final Pattern OF_THE_INGEST_SERVICE =
      Pattern.compile(
          "/log/.*|/api/v1/(imports|batches)(/.*)?|/api/v1/reads|/api/v1/facts/[^/]+/evidence");

  private static final Set<String> COMMAND_METHODS = Set.of("POST", "PUT", "PATCH", "DELETE");

  /**
   * Headers that mean one connection, not the whole way (RFC 9110 section 7.6.1), and those that
   * the HTTP client writes itself.
   */
  private static final Set<String> PER_CONNECTION =
      Set.of(
          "connection",
          "keep-alive",
          "proxy-connection",
          "proxy-authenticate",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "http2-settings",
          "expect",
          "host",
          // The session is with this service.
          "cookie",
          "content-length");

  /** What of a reader's own headers says as whom, and for whom, they read. */
  private static final List<String> ABOUT_WHO_ASKS =
      List.of("Defter-Actor", "Defter-Actor-Role", "Defter-On-Behalf-Of");

  /** Who waits for an answer waits for this first. */
  private static final Duration RECORDED_WITHIN = Duration.ofSeconds(5);

  /** Who waits for a page waits for this first. */
  private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(5);

  private static final Set<String> ABOUT_THE_BODY =
      Set.of("content-type", "content-encoding", "if-match", "idempotency-key");

  /** As many as have a weight of their own, of one decimal place. */
  private static final int MOST_LANGUAGES = 9;

  private final URI ingest;

  Forwarding(URI ingest) {
    this.ingest = ingest;
  }

  /** Whether the ingest service answers this, not this service. */
  static boolean isCommand(String method, String rawPath) {
    return COMMAND_METHODS.contains(method)
        ? rawPath.startsWith(API) && !TAKEN_HERE.contains(rawPath)
        : OF_THE_INGEST_SERVICE.matcher(rawPath).matches();
  }

  /**
   * The request to send on.
   *
   * @throws IllegalArgumentException when the path, the query or a header is malformed
   */
  HttpRequest request(HttpServletRequest request) {
    URI address = address(request.getRequestURI(), request.getQueryString());
    return withHeadersOf(
        request,
        Set.of(),
        HttpRequest.newBuilder(address).method(request.getMethod(), body(request)));
  }

  /** Another request in the name of this one. */
  HttpRequest post(
      HttpServletRequest request,
      String path,
      String query,
      String contentType,
      BodyPublisher body) {
    return withHeadersOf(
        request,
        ABOUT_THE_BODY,
        HttpRequest.newBuilder(address(path, query))
            .header("Content-Type", contentType)
            .POST(body));
  }

  /** The request for a command from a page: nothing that the browser sent goes with it. */
  HttpRequest command(PageCommand command) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address(command.path(), null))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .header("Idempotency-Key", command.key());
    if (command.version() != null) {
      request.header("If-Match", "\"" + command.version() + "\"");
    }
    return inTheNameOfTheReader(request).POST(BodyPublishers.ofString(command.body())).build();
  }

  /** A question in the name of whoever reads: nothing else that they sent goes with it. */
  HttpRequest question(String path, @Nullable String query) {
    return inTheNameOfTheReader(HttpRequest.newBuilder(address(path, query)))
        .header("Accept", "*/*")
        .timeout(ANSWERED_WITHIN)
        .GET()
        .build();
  }

  /** What somebody sent to a page, handed on as it came: of the rest only who they are. */
  HttpRequest sent(String path, @Nullable String query, String contentType, BodyPublisher body) {
    return inTheNameOfTheReader(HttpRequest.newBuilder(address(path, query)))
        .header("Content-Type", contentType)
        .header("Accept", "application/json")
        .POST(body)
        .build();
  }

  /** The record of a read: of what the reader sent, only who they are goes with it. */
  HttpRequest read(HttpServletRequest reader, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address("/reads", null))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json")
            .timeout(RECORDED_WITHIN);
    for (String name : ABOUT_WHO_ASKS) {
      Collections.list(reader.getHeaders(name)).forEach(value -> request.header(name, value));
    }
    return inTheNameOfTheReader(request).POST(BodyPublishers.ofString(body)).build();
  }

  private static HttpRequest withHeadersOf(
      HttpServletRequest request, Set<String> left, HttpRequest.Builder forwarded) {
    Set<String> dropped = dropped(Collections.list(request.getHeaders("Connection")));
    dropped.addAll(left);
    for (String name : Collections.list(request.getHeaderNames())) {
      if (!dropped.contains(name)) {
        Collections.list(request.getHeaders(name)).forEach(value -> forwarded.header(name, value));
      }
    }
    if (request.getHeader(HttpHeaders.AUTHORIZATION) == null) {
      signed(forwarded);
    }
    addUnlessGiven(request, forwarded, "X-Forwarded-For", request.getRemoteAddr());
    addUnlessGiven(request, forwarded, "X-Forwarded-Proto", request.getScheme());
    addUnlessGiven(request, forwarded, "X-Forwarded-Host", request.getHeader("Host"));
    return forwarded.build();
  }

  /** Path and query exactly as they came: an encoded slash stays one. */
  private URI address(String rawPath, @Nullable String rawQuery) {
    String base = ingest.toString();
    String trimmed = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return URI.create(trimmed + rawPath + (rawQuery == null ? "" : "?" + rawQuery));
  }

  private static BodyPublisher body(HttpServletRequest request) {
    long length = request.getContentLengthLong();
    if (length == 0 || (length < 0 && request.getHeader("Transfer-Encoding") == null)) {
      return BodyPublishers.noBody();
    }
    // Opened only once the ingest service is connected: a client that waits for "100 Continue"
    // (Tomcat sends it at the first read) never uploads to a service that is down.
    BodyPublisher streamed = BodyPublishers.ofInputStream(() -> open(request));
    return length < 0 ? streamed : BodyPublishers.fromPublisher(streamed, length);
  }

  private static InputStream open(HttpServletRequest request) {
    try {
      return request.getInputStream();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** What is said of it is for them, in a language they understand. */
  private static HttpRequest.Builder inTheNameOfTheReader(HttpRequest.Builder request) {
    if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes now) {
      request.header(HttpHeaders.ACCEPT_LANGUAGE, languages(now.getRequest()));
    }
    return signed(request);
  }

  /** Best first, whether a browser asks for them or their reader chose them. */
  private static String languages(HttpServletRequest reader) {
    List<Locale.LanguageRange> ranges = new ArrayList<>();
    for (Locale language : Collections.list(reader.getLocales())) {
      if (ranges.size() < MOST_LANGUAGES) {
        ranges.add(new Locale.LanguageRange(language.toLanguageTag(), 1 - ranges.size() / 10.0));
      }
    }
    HttpHeaders headers = new HttpHeaders();
    headers.setAcceptLanguage(ranges);
    return String.valueOf(headers.getFirst(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** In the name of whoever is signed in, also by a session that the ingest service knows not. */
  private static HttpRequest.Builder signed(HttpRequest.Builder request) {
    SignedIn person = SignedIn.current();
    return person == null
        ? request
        : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + person.token());
  }

  private static void addUnlessGiven(
      HttpServletRequest request,
      HttpRequest.Builder forwarded,
      String name,
      @Nullable String value) {
    if (request.getHeader(name) == null && value != null) {
      forwarded.header(name, value);
    }
  }

  /** The headers of an answer that the reader is to see. */
  static void endToEnd(java.net.http.HttpHeaders headers, BiConsumer<String, String> sink) {
    Set<String> dropped = dropped(headers.allValues("Connection"));
    headers
        .map()
        .forEach((name, values) -> {
          // The length is known to be right here, and spares the reader a chunked body.
          if (!dropped.contains(name) || name.equalsIgnoreCase("content-length")) {
            values.forEach(value -> sink.accept(name, value));
          }
        });
  }

  private static Set<String> dropped(Iterable<String> connectionHeaders) {
    Set<String> dropped = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    dropped.addAll(PER_CONNECTION);
    for (String listed : connectionHeaders) {
      for (String name : listed.split(",", -1)) {
        dropped.add(name.strip().toLowerCase(Locale.ROOT));
      }
    }
    return dropped;
  }
}
