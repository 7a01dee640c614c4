package org.defter.ingest.imports;

import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.defter.core.id.SourceId;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.PlainText;
import org.defter.ingest.http.Caller;
import org.defter.ingest.imports.ImportReport.State;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

  private final ImportQueue queue;
  private final ImportFolders folders;

  ImportController(ImportQueue queue, ImportFolders folders) {
    this.queue = queue;
    this.folders = folders;
  }

  /** The answer to an import that was taken. */
  record Taken(String id, State state) {}

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Taken> submit(
      @RequestPart(name = "facts", required = false) @Nullable MultipartFile facts,
      @RequestPart(name = "source", required = false) @Nullable MultipartFile source,
      @RequestPart(name = "subjects", required = false) @Nullable MultipartFile subjects,
      @RequestParam(required = false) @Nullable String sourceId,
      @RequestParam(required = false) @Nullable String sourceTitle,
      @RequestParam(defaultValue = "und") String language,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Caller caller)
      throws IOException {
    MultipartFile table = required("facts", facts);
    MultipartFile text = required("source", source);
    String name = fileName(text);
    SourceId id = new SourceId(sourceId == null ? Slug.of(stem(name)) : sourceId);
    String title = PlainText.line("sourceTitle", sourceTitle == null ? name : sourceTitle);
    LanguageTag tag = new LanguageTag(language);
    String importId = UUID.randomUUID().toString();
    ImportOrder order =
        new ImportOrder(
            importId,
            folders.create(importId),
            id,
            title,
            tag,
            dryRun,
            caller.origin(),
            Instant.now());
    table.transferTo(order.facts().toFile());
    text.transferTo(order.sourceText().toFile());
    if (subjects != null) {
      subjects.transferTo(order.subjects().toFile());
    }
    ImportReport report = queue.submit(order);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/imports/" + importId))
        .body(new Taken(importId, report.state()));
  }

  private static MultipartFile required(String part, @Nullable MultipartFile file) {
    if (file == null) {
      throw new InvalidValue(
          part,
          "send multipart/form-data with the parts 'facts' (the table, CSV) and 'source' (the text they come from)");
    }
    return file;
  }

  private static String fileName(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null || name.isBlank() ? "source" : name;
  }

  private static String stem(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }

  @GetMapping("/{id}")
  ImportReport report(@PathVariable String id) {
    ImportJob job = queue.find(id);
    return job == null ? endedReport(id) : job.report();
  }

  /** The same as it changes, as server-sent events, until the import has ended. */
  @GetMapping(path = "/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  SseEmitter watch(@PathVariable String id) {
    ImportJob job = queue.find(id);
    SseEmitter emitter = new SseEmitter(0L);
    Runnable watch =
        job != null ? new ImportWatch(job, emitter) : ImportWatch.last(emitter, endedReport(id));
    Thread.ofVirtual().name("watching-import-" + id).start(watch);
    return emitter;
  }

  /** Every row that was not imported, also those the report has no room for. */
  @GetMapping(path = "/{id}/problems", produces = "text/csv;charset=UTF-8")
  Resource problems(@PathVariable String id) {
    return new FileSystemResource(folders.problems(report(id).id()));
  }

  private ImportReport endedReport(String id) {
    ImportReport report = folders.find(id);
    if (report == null) {
      ProblemDetail problem =
          ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "there is no import '" + id + "'");
      problem.setType(URI.create("/problems/not-found"));
      problem.setTitle("There is no such thing");
      problem.setProperty("field", "id");
      throw new ErrorResponseException(HttpStatus.NOT_FOUND, problem, null);
    }
    return report;
  }
}
