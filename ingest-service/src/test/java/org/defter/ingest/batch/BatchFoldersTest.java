package org.defter.ingest.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BatchFoldersTest {

  private final String id = UUID.randomUUID().toString();
  @TempDir private Path directory;
  private BatchFolders folders;

  @BeforeEach
  void takeAnUpload() throws IOException {
    folders = new BatchFolders(directory);
    Files.writeString(folders.create(id).resolve("facts.csv"), "an upload");
  }

  @Test
  void keepsWhatWasSentUntilItIsLetGo() {
    assertThat(new BatchFolders(directory).ids()).containsExactly(id);
    assertThat(folders.has(id)).isTrue();

    folders.discard(id);

    assertThat(folders.has(id)).isFalse();
    assertThat(directory.resolve(id)).doesNotExist();
  }

  @Test
  void forgetsAnUploadThatWasCutOff() throws IOException {
    Path half = Files.writeString(folders.uploads().resolve("half"), "an upl");

    folders.discardUploads();

    assertThat(half).doesNotExist();
    assertThat(folders.has(id)).isTrue();
  }

  @Test
  void findsNothingOutsideItsDirectory() {
    assertThat(folders.has("../" + directory.getFileName() + "/" + id)).isFalse();
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() -> folders.discard("../" + id));
  }
}
