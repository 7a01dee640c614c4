package org.defter.ingest.imports;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import org.defter.core.detail.Detail;
import org.defter.core.id.SourceId;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.PlainText;
import org.defter.ingest.batch.Batch;
import org.defter.ingest.batch.BatchFolders;
import org.defter.ingest.batch.BatchKind;
import org.defter.ingest.batch.Batches;
import org.defter.ingest.batch.RowsFile;
import org.defter.ingest.http.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/v1/imports")
class ImportController {

  private final Batches batches;
  private final BatchFolders folders;
  private final RowsFile rows;

  ImportController(Batches batches, BatchFolders folders, RowsFile rows) {
    this.batches = batches;
    this.folders = folders;
    this.rows = rows;
  }

  /** What a form leaves empty was not sent. */
  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  ResponseEntity<Batches.Taken> submit(
      @RequestPart(name = "facts", required = false) @Nullable MultipartFile facts,
      @RequestPart(name = "source", required = false) @Nullable MultipartFile source,
      @RequestPart(name = "subjects", required = false) @Nullable MultipartFile subjects,
      @RequestParam(required = false) @Nullable String sourceId,
      @RequestParam(required = false) @Nullable String sourceTitle,
      @RequestParam(required = false) @Nullable String language,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Caller caller)
      throws IOException {
    MultipartFile table = required("facts", facts);
    MultipartFile text = required("source", source);
    String name = fileName(text);
    SourceId id = new SourceId(given(sourceId, Slug.of(stem(name))));
    String title = PlainText.line("sourceTitle", given(sourceTitle, name));
    LanguageTag tag = new LanguageTag(given(language, "und"));
    Batch batch =
        Batches.batch(BatchKind.IMPORT, new ImportOrder(id, title, tag), dryRun, null, caller);
    Path folder = folders.create(batch.id());
    table.transferTo(ImportOrder.facts(folder).toFile());
    text.transferTo(ImportOrder.sourceText(folder).toFile());
    if (subjects != null && !isUnchosen(subjects)) {
      subjects.transferTo(ImportOrder.subjects(folder).toFile());
    }
    return batches.take("imports", batch);
  }

  private static MultipartFile required(String part, @Nullable MultipartFile file) {
    if (file == null || isUnchosen(file)) {
      throw new InvalidValue(part, Detail.of("ingest.request.parts"));
    }
    return file;
  }

  /** A form sends a part without a file's name where none was chosen. */
  private static boolean isUnchosen(MultipartFile file) {
    String name = file.getOriginalFilename();
    return file.isEmpty() && (name == null || name.isEmpty());
  }

  private static String given(@Nullable String typed, String otherwise) {
    return typed == null || typed.isBlank() ? otherwise : typed.strip();
  }

  private static String fileName(MultipartFile file) {
    String name = file.getOriginalFilename();
    return name == null || name.isBlank() ? "source" : name;
  }

  private static String stem(String fileName) {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }

  /** Every row that was not imported, as a table of its own. */
  @GetMapping("/{id}/problems")
  void problems(@PathVariable String id, HttpServletResponse response) throws IOException {
    String batch = batches.report(id).id();
    response.setContentType("text/csv;charset=UTF-8");
    rows.writeProblems(batch, response.getOutputStream());
  }
}
