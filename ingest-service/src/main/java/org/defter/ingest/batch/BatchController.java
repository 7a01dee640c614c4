package org.defter.ingest.batch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.defter.ingest.batch.Batches.Taken;
import org.defter.ingest.http.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Batches, whatever they are for. An import has an address of its own besides. */
@RestController
class BatchController {

  private static final int LARGEST_PAGE = 200;
  private static final String JSON_LINES = "application/x-ndjson";

  private final Batches batches;
  private final StoredBatches stored;
  private final RowsFile file;

  BatchController(Batches batches, StoredBatches stored, RowsFile file) {
    this.batches = batches;
    this.stored = stored;
    this.file = file;
  }

  /** Some batches, newest first, without what their reports list. */
  record Page(List<BatchReport> batches) {}

  @GetMapping("/api/v1/batches")
  ResponseEntity<Page> list(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(defaultValue = "20") int size,
      @RequestParam(required = false) @Nullable String cursor,
      HttpServletRequest request) {
    int limit = within("size", size, LARGEST_PAGE);
    List<BatchReport> page =
        stored
            .list(
                chosen("kind", kind, BatchKind.values(), BatchKind::word),
                chosen("state", state, BatchState.values(), BatchState::word),
                cursor,
                limit)
            .stream()
            .map(known -> batches.report(known.batch().id()).brief())
            .toList();
    String next = page.size() < limit ? null : page.getLast().id();
    return linked(ResponseEntity.ok(), request, next).body(new Page(page));
  }

  @GetMapping({"/api/v1/batches/{id}", "/api/v1/imports/{id}"})
  BatchReport report(@PathVariable String id) {
    return batches.report(id);
  }

  /** The same as it changes, as server-sent events, until the batch has ended. */
  @GetMapping(
      path = {"/api/v1/batches/{id}", "/api/v1/imports/{id}"},
      produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter watch(@PathVariable String id) {
    BatchJob job = batches.active(id);
    SseEmitter emitter = new SseEmitter(0L);
    Runnable watch =
        job != null ? new BatchWatch(job, emitter) : BatchWatch.last(emitter, batches.report(id));
    Locale reader = LocaleContextHolder.getLocale();
    Thread.ofVirtual()
        .name("watching-batch-" + id)
        .start(() -> {
          LocaleContextHolder.setLocale(reader);
          watch.run();
        });
    return emitter;
  }

  /**
   * What became of each row: all of them, or with {@code size} a page.
   *
   * @param result only those with this result
   * @param cursor only those that follow the row of this number
   */
  @GetMapping({"/api/v1/batches/{id}/rows", "/api/v1/imports/{id}/rows"})
  void rows(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String result,
      @RequestParam(defaultValue = "0") long cursor,
      @RequestParam(required = false) @Nullable Integer size,
      @RequestParam(defaultValue = "jsonl") String format,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    batches.report(id);
    long limit = size == null ? Long.MAX_VALUE : within("size", size, 10_000);
    RowResult only =
        result == null
            ? null
            : chosen("result", result, RowResult.values(), RowResult::word).getFirst();
    RowsFile.Which which = new RowsFile.Which(id, cursor, limit, only);
    Long next = size == null ? null : file.next(which);
    if (next != null) {
      response.setHeader(HttpHeaders.LINK, link(request, next.toString()));
    }
    switch (format) {
      case "jsonl" -> {
        response.setContentType(JSON_LINES);
        file.writeJsonLines(which, response.getOutputStream());
      }
      case "csv" -> {
        response.setContentType("text/csv;charset=UTF-8");
        file.writeCsv(which, response.getOutputStream());
      }
      default -> throw new InvalidValue("format", Detail.of("ingest.request.formats-of-rows"));
    }
  }

  @PostMapping({"/api/v1/batches/{id}/stop", "/api/v1/imports/{id}/stop"})
  ResponseEntity<Taken> stop(@PathVariable String id) {
    return Batches.taken("batches", batches.stop(id));
  }

  @PostMapping({"/api/v1/batches/{id}/resume", "/api/v1/imports/{id}/resume"})
  ResponseEntity<Taken> resume(@PathVariable String id) {
    return Batches.taken("batches", batches.resume(id));
  }

  /** Carries out what a dry run showed. */
  @PostMapping({"/api/v1/batches/{id}/carry-out", "/api/v1/imports/{id}/carry-out"})
  ResponseEntity<Taken> carryOut(@PathVariable String id, Caller caller) {
    return batches.carryOut(id, caller);
  }

  private static int within(String field, int number, int most) {
    if (number < 1 || number > most) {
      throw new InvalidValue(field, Detail.of("ingest.request.number-to", most));
    }
    return number;
  }

  private static <T> List<T> chosen(
      String field, @Nullable String written, T[] all, Function<T, String> word) {
    List<T> fitting =
        Arrays.stream(all)
            .filter(each -> written == null || word.apply(each).equals(written))
            .toList();
    if (fitting.isEmpty()) {
      throw new InvalidValue(
          field,
          Detail.of("ingest.request.one-of", Arrays.stream(all).map(word).toList().toString()));
    }
    return fitting;
  }

  private static ResponseEntity.BodyBuilder linked(
      ResponseEntity.BodyBuilder answer, HttpServletRequest request, @Nullable String next) {
    return next == null ? answer : answer.header(HttpHeaders.LINK, link(request, next));
  }

  /** The same address, going on from a cursor (RFC 8288). */
  private static String link(HttpServletRequest request, String cursor) {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    String kept =
        Arrays.stream(query.split("&", -1))
            .filter(parameter -> !parameter.isEmpty() && !parameter.startsWith("cursor="))
            .map(parameter -> parameter + "&")
            .reduce("", String::concat);
    return "<%s?%scursor=%s>; rel=\"next\"".formatted(request.getRequestURI(), kept, cursor);
  }
}
