package org.defter.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.defter.core.event.Origin;
import org.defter.core.id.Actor;
import org.defter.core.id.SourceId;
import org.defter.core.value.LanguageTag;
import org.defter.ingest.imports.ImportReport.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportFoldersTest {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private final String id = UUID.randomUUID().toString();
  @TempDir private Path directory;
  private ImportFolders folders;
  private Path folder;

  @BeforeEach
  void takeAnUpload() throws IOException {
    folders = new ImportFolders(directory);
    folder = folders.create(id);
    Files.writeString(folder.resolve("facts.csv"), "an upload");
  }

  private ImportReport queued() {
    return ImportReport.queued(
        new ImportOrder(
            id,
            folder,
            new SourceId("essay"),
            "An essay",
            LanguageTag.UNDETERMINED,
            false,
            new Origin(new Actor("clerk", null, "archivist"), null, "c", "c", "c"),
            Instant.EPOCH));
  }

  @Test
  void reportsAnImportThatWasCutOffAndLetsItsUploadsGo() {
    folders.submitted(queued());

    new ImportFolders(directory).reportInterrupted(NOW);

    ImportReport report = folders.find(id);
    assertThat(report).isEqualTo(queued().interrupted(NOW));
    assertThat(folder.resolve("facts.csv")).doesNotExist();
  }

  @Test
  void forgetsAnUploadThatWasCutOff() {
    folders.reportInterrupted(NOW);

    assertThat(folder).doesNotExist();
    assertThat(folders.find(id)).isNull();
  }

  @Test
  void keepsTheReportOfAnImportThatEnded() {
    folders.submitted(queued());
    folders.ended(queued());

    folders.reportInterrupted(NOW);

    assertThat(folders.find(id)).extracting(ImportReport::state).isEqualTo(State.QUEUED);
  }

  @Test
  void startsThoughAReportIsOfAnotherVersion() throws IOException {
    Files.writeString(folder.resolve("submitted.json"), "{\"colour\":\"red\"}");
    Files.writeString(folder.resolve("report.json"), "{\"colour\":\"red\"}");

    folders.reportInterrupted(NOW);

    assertThat(folders.find(id)).isNull();
  }

  @Test
  void findsNothingOutsideItsDirectory() {
    assertThat(folders.find("../" + directory.getFileName() + "/" + id)).isNull();
  }
}
