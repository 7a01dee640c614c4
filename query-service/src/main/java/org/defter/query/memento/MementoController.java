package org.defter.query.memento;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Set;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.query.problem.ProblemException;
import org.defter.query.read.NotHeld;
import org.defter.query.request.Parameters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * TimeGates and TimeMaps (RFC 7089, patterns 2.1 and 1) of what programs read and of its pages, and
 * the addresses of versions: those show the thing as it was known when the version was recorded.
 */
@Controller
class MementoController {

  private static final String THING = "/{kind:facts|subjects|sources}/{id}";
  private static final String PROGRAMS = "/api/v1" + THING;
  private static final String ACCEPT_DATETIME = "Accept-Datetime";

  private final Versions versions;

  MementoController(Versions versions) {
    this.versions = versions;
  }

  @GetMapping({PROGRAMS + "/timegate", THING + "/timegate"})
  ResponseEntity<Void> timeGate(
      @PathVariable String kind, @PathVariable String id, HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    String asked = request.getHeader(ACCEPT_DATETIME);
    Instant instant = asked == null ? Instant.MAX : HttpDate.endOf(ACCEPT_DATETIME, asked);
    Mementos mementos = versions.of(identifier(kind, id), original(request, "/timegate"));
    return ResponseEntity.status(HttpStatus.FOUND)
        .header(HttpHeaders.LOCATION, mementos.address(mementos.knownAt(instant)))
        .header(HttpHeaders.VARY, "accept-datetime")
        .header(HttpHeaders.LINK, String.join(", ", mementos.ofTimeGate()))
        .build();
  }

  @GetMapping({PROGRAMS + "/timemap", THING + "/timemap"})
  ResponseEntity<byte[]> timeMap(
      @PathVariable String kind, @PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("page"));
    Mementos mementos = versions.of(identifier(kind, id), original(request, "/timemap"));
    return ResponseEntity.ok()
        .contentType(new MediaType("application", "link-format"))
        .body(mementos.timeMap(given.number("page", 1, 1, mementos.pages())).getBytes(UTF_8));
  }

  /** Answered by whoever answers for the thing, asked for what was known then. */
  @GetMapping({PROGRAMS + "/versions/{number}", THING + "/versions/{number}"})
  String version(
      @PathVariable String kind,
      @PathVariable String id,
      @PathVariable String number,
      HttpServletRequest request,
      HttpServletResponse response) {
    Parameters.of(request).allowing(Set.of());
    ArchiveId thing = identifier(kind, id);
    String path = path(request, "/versions/" + number);
    Mementos mementos = versions.of(thing, original(request, "/versions/" + number));
    Mementos.Version version =
        mementos.versions().stream()
            .filter(one -> Long.toString(one.number()).equals(number))
            .findFirst()
            .orElseThrow(() ->
                ProblemException.notFound(
                    NotHeld.inVersion(thing, number, mementos.versions().getLast().number())));
    response.setHeader("Memento-Datetime", HttpDate.of(version.from()));
    response.setHeader(HttpHeaders.LINK, String.join(", ", mementos.of(version.number())));
    // Of several versions in one millisecond only the last was ever known; facts have them by
    // number.
    return path.startsWith("/api/v1/facts/")
        ? "forward:%s?version=%d".formatted(path, version.number())
        : "forward:%s?knownAt=%s".formatted(path, version.from());
  }

  private static ArchiveId identifier(String kind, String id) {
    return switch (kind) {
      case "facts" -> new FactId(id);
      case "subjects" -> new SubjectId(id);
      default -> new SourceId(id);
    };
  }

  private static String path(HttpServletRequest request, String below) {
    String path = request.getRequestURI();
    return path.substring(0, path.length() - below.length());
  }

  private static String original(HttpServletRequest request, String below) {
    return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString()
        + path(request, below);
  }
}
