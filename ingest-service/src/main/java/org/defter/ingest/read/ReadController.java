package org.defter.ingest.read;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.defter.core.detail.Detail;
import org.defter.core.id.SourceId;
import org.defter.core.value.InvalidValue;
import org.defter.ingest.http.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

@RestController
class ReadController {

  private final SourceReads reads;
  private final ReadsFile file;

  ReadController(SourceReads reads, ReadsFile file) {
    this.reads = reads;
    this.file = file;
  }

  /** What the readers' side is about to give, and how it was asked for. */
  record AboutToGive(SourceId source, long version, String method, String address) {
    AboutToGive {
      if (version < 1) {
        throw new InvalidValue("version", Detail.of("ingest.request.number-from", 1));
      }
    }
  }

  /**
   * Records a read. For the readers' side alone: the front door hands on what is under {@code
   * /api/} and {@code /log/}, and this is not.
   */
  @PostMapping("/reads")
  ResponseEntity<Void> record(@RequestBody AboutToGive about, HttpServletRequest request) {
    reads.record(
        new Reading(Reader.of(request), about.method(), about.address()),
        about.source(),
        about.version());
    return ResponseEntity.noContent().build();
  }

  /**
   * A page, newest first.
   *
   * @param next the cursor of the next page; null on the last
   */
  @com.fasterxml.jackson.annotation.JsonInclude(
      com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL)
  record Page(List<SourceRead> reads, @Nullable Long next) {}

  @GetMapping(path = "/api/v1/reads")
  @Nullable ResponseEntity<Page> list(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    ReadRequest asked = ReadRequest.of(request.getParameterMap());
    String format = ReadRequest.one(request.getParameterMap(), "format");
    switch (format == null ? "json" : format) {
      case "json" -> {
        return page(asked, request);
      }
      case "csv" -> {
        begin(response, "text/csv;charset=UTF-8;header=present", "reads.csv");
        file.writeCsv(asked, response.getOutputStream());
      }
      case "jsonl" -> {
        begin(response, "application/x-ndjson", "reads.jsonl");
        file.writeJsonLines(asked, response.getOutputStream());
      }
      default -> throw new InvalidValue("format", Detail.of("ingest.request.formats-of-reads"));
    }
    return null;
  }

  private ResponseEntity<Page> page(ReadRequest asked, HttpServletRequest request) {
    List<SourceRead> found = reads.list(asked.sized(asked.size() + 1));
    boolean more = found.size() > asked.size();
    List<SourceRead> page = more ? found.subList(0, asked.size()) : found;
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .cacheControl(CacheControl.noStore())
            .contentType(MediaType.APPLICATION_JSON);
    if (!more) {
      return answer.body(new Page(page, null));
    }
    long next = page.getLast().number();
    return answer.header(HttpHeaders.LINK, link(request, next)).body(new Page(page, next));
  }

  /** The same address, going on from a cursor (RFC 8288). */
  private static String link(HttpServletRequest request, long cursor) {
    String address =
        UriComponentsBuilder.fromPath(request.getRequestURI())
            .query(request.getQueryString())
            .replaceQueryParam("cursor", cursor)
            .build()
            .toUriString();
    return "<%s>; rel=\"next\"".formatted(address);
  }

  private static void begin(HttpServletResponse response, String type, String name) {
    response.setContentType(type);
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(name));
  }
}
