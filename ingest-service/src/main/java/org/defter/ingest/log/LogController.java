package org.defter.ingest.log;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.ConsistencyProof;
import org.defter.core.log.EntryBundle;
import org.defter.core.log.Hash;
import org.defter.core.log.InclusionProof;
import org.defter.core.log.LogProof;
import org.defter.core.log.LoggedEvent;
import org.defter.core.log.SignedNote;
import org.defter.core.log.Tile;
import org.defter.core.value.InvalidValue;
import org.defter.ingest.log.LogEntries.Entry;
import org.defter.ingest.read.Reading;
import org.defter.ingest.read.SourceReads;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The log as C2SP {@code tlog-tiles}, its proofs, and its entries for those who audit it. */
@RestController
class LogController {

  private static final String PREFIX = "/log/";
  private static final String JSON_LINES = "application/x-ndjson";
  private static final int MOST_STRANGERS = 1_000;
  private static final CacheControl FOR_EVER =
      CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

  private final LogTree tree;
  private final LogEntries entries;
  private final Checkpoints checkpoints;
  private final SourceReads reads;
  private final Cosignatures cosignatures;
  private final JsonMapper json;

  LogController(
      LogTree tree,
      LogEntries entries,
      Checkpoints checkpoints,
      SourceReads reads,
      Cosignatures cosignatures,
      JsonMapper json) {
    this.tree = tree;
    this.entries = entries;
    this.checkpoints = checkpoints;
    this.reads = reads;
    this.cosignatures = cosignatures;
    this.json = json;
  }

  @GetMapping("/log/checkpoint")
  ResponseEntity<String> checkpoint() {
    return text(newest().toString());
  }

  /** The public keys that ever signed, and between which sizes of the log. */
  @GetMapping("/log/keys")
  List<Checkpoints.PublishedKey> keys() {
    return checkpoints.publishedKeys();
  }

  @GetMapping("/log/tile/**")
  ResponseEntity<byte[]> tile(HttpServletRequest request) {
    String path = request.getRequestURI().substring(PREFIX.length());
    return path.startsWith("tile/entries/")
        ? bundle(path(path, EntryBundle::parse), request)
        : bytes(hashes(path), FOR_EVER);
  }

  private static ResponseEntity<byte[]> bytes(byte[] content, CacheControl kept) {
    return ResponseEntity.ok()
        .cacheControl(kept)
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(content);
  }

  private byte[] hashes(String path) {
    Tile tile = path(path, Tile::parse);
    try {
      // It may have grown since; its first hashes are what they were.
      return Arrays.copyOf(tree.read(tile), tile.width() * Hash.LENGTH);
    } catch (MissingTile missing) {
      throw notFound(missing.getMessage());
    }
  }

  private ResponseEntity<byte[]> bundle(EntryBundle bundle, HttpServletRequest request) {
    long from = bundle.index() * Tile.FULL;
    List<byte[]> events = new ArrayList<>(bundle.width());
    entries.each(from, from + bundle.width(), entry -> events.add(entry.storedEvent().canonical()));
    if (events.size() < bundle.width()) {
      throw notFound("the log has no " + bundle.path());
    }
    try {
      byte[] content = EntryBundle.encode(events);
      int restricted = reads.recordEntries(Reading.of(request), from, from + bundle.width());
      // What somebody on the way keeps, others read unseen.
      return bytes(content, restricted == 0 ? FOR_EVER : CacheControl.noStore());
    } catch (InvalidValue tooLong) {
      throw notFound(tooLong.detail() + ": read these entries from /log/entries");
    }
  }

  private static <T> T path(String path, Function<String, T> parse) {
    try {
      return parse.apply(path);
    } catch (InvalidValue noSuchPath) {
      throw notFound(noSuchPath.detail().toString());
    }
  }

  /** That an event is in the log as of the newest checkpoint, as C2SP {@code tlog-proof}. */
  @GetMapping("/log/proof")
  ResponseEntity<String> proof(@RequestParam String event) {
    SignedNote note = newest();
    long size = Checkpoint.parse(note.text()).size();
    long index =
        entries
            .indexOf(event)
            .filter(known -> known < size)
            .orElseThrow(() ->
                notFound(
                    "event '%s' is not in the log, or not signed yet: it is within a second"
                        .formatted(event)));
    return text(new LogProof(null, InclusionProof.of(tree, index, size), note).toString());
  }

  /** That the log only grew between two sizes: the hashes of RFC 9162, section 2.1.4. */
  @GetMapping("/log/consistency")
  Consistency consistency(@RequestParam long from, @RequestParam long to) {
    if (to > tree.size()) {
      throw notFound("the log has %d entries, not %d yet".formatted(tree.size(), to));
    }
    ConsistencyProof proof = ConsistencyProof.of(tree, from, to);
    return new Consistency(from, to, proof.path().stream().map(Hash::base64).toList());
  }

  /** A proof of consistency; the hashes are in base 64. */
  record Consistency(long from, long to, List<String> path) {}

  /**
   * Entries in their order, one JSON object a line: {@code index}, {@code id}, {@code about},
   * {@code version} and {@code position} as they entered, and {@code event} as the store holds it
   * now, left out when it is gone.
   *
   * @param from the first, from 0
   * @param to before this one; the end of the log when left out
   */
  @GetMapping("/log/entries")
  void entries(
      @RequestParam(defaultValue = "0") long from,
      @RequestParam(required = false) @Nullable Long to,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    long end = to == null ? tree.size() : to;
    reads.recordEntries(Reading.of(request), from, end);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setContentType(JSON_LINES);
    OutputStream out = new BufferedOutputStream(response.getOutputStream(), 1 << 16);
    entries.each(from, end, entry -> write(entry, out));
    out.flush();
  }

  private void write(Entry entry, OutputStream out) {
    String entered =
        json.writeValueAsString(
            Map.of(
                "index", entry.index(),
                "id", entry.eventId(),
                "about", entry.about(),
                "version", entry.version(),
                "position", entry.position()));
    try {
      out.write(entered.substring(0, entered.length() - 1).getBytes(StandardCharsets.UTF_8));
      if (entry.event() != null) {
        out.write(",\"event\":".getBytes(StandardCharsets.UTF_8));
        out.write(entry.event().canonical());
      }
      out.write("}\n".getBytes(StandardCharsets.UTF_8));
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Events in the store that are not in the log and do not wait to be: at most 1,000. */
  @GetMapping(path = "/log/strangers", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<String> strangers(HttpServletRequest request) {
    List<LoggedEvent> strangers = entries.strangers(MOST_STRANGERS);
    reads.recordEvents(
        Reading.of(request), strangers.stream().map(LoggedEvent::eventIdentifier).toList());
    String events =
        strangers.stream()
            .map(event -> new String(event.canonical(), StandardCharsets.UTF_8))
            .collect(Collectors.joining(",", "[", "]"));
    return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(events);
  }

  /** The newest checkpoint, with the cosignatures that there are by now. */
  private SignedNote newest() {
    return checkpoints
        .newest()
        .map(cosignatures::on)
        .orElseThrow(() ->
            new ResponseStatusException(
                HttpStatus.SERVICE_UNAVAILABLE,
                "the log is not signed yet: try again in a second"));
  }

  private static ResponseEntity<String> text(String text) {
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noCache())
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(text);
  }

  private static ResponseStatusException notFound(@Nullable String detail) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, detail);
  }
}
