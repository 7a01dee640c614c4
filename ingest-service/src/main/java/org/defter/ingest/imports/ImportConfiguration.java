package org.defter.ingest.imports;

import jakarta.servlet.MultipartConfigElement;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import org.apache.kafka.common.utils.Utils;
import org.defter.core.Archive;
import org.defter.core.id.ArchiveId;
import org.defter.ingest.command.CommandExecutor;
import org.defter.ingest.command.FactLookup;
import org.defter.ingest.publish.KafkaProperties;
import org.defter.ingest.store.StoredEvents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class ImportConfiguration {

  /** Form fields of uploads stay in memory, files do not. */
  private static final int IN_MEMORY_BYTES = 64 * 1024;

  @Bean
  ImportFolders importFolders(ImportProperties properties) {
    return new ImportFolders(properties.directory());
  }

  @Bean
  ImportQueue importQueue(
      Archive archive,
      CommandExecutor executor,
      FactLookup facts,
      StoredEvents events,
      KafkaProperties kafka,
      ImportFolders folders) {
    return new ImportQueue(
        new ArchiveAccess(archive, executor, facts, events::existing, ArchiveAccess.A_MINUTE),
        id -> partition(id, kafka.partitions()),
        folders,
        Clock.systemUTC());
  }

  /** As Kafka's producer does with a record's key, which is the qualified identifier. */
  private static int partition(ArchiveId id, int partitions) {
    byte[] key = id.qualified().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  /** Uploads are written next to where they are kept, so that keeping them is a renaming. */
  @Bean
  MultipartConfigElement multipartConfig(ImportProperties properties, ImportFolders folders) {
    Path uploads = folders.uploads();
    long limit = properties.limit().toBytes();
    return new MultipartConfigElement(uploads.toString(), limit, 2 * limit, IN_MEMORY_BYTES);
  }
}
