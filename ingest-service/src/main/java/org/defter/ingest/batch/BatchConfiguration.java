package org.defter.ingest.batch;

import jakarta.servlet.MultipartConfigElement;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;
import org.defter.core.id.ArchiveId;
import org.defter.ingest.command.CommandExecutor;
import org.defter.ingest.publish.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class BatchConfiguration {

  /** Form fields of uploads stay in memory, files do not. */
  private static final int IN_MEMORY_BYTES = 64 * 1024;

  @Bean
  BatchFolders batchFolders(BatchProperties properties) {
    return new BatchFolders(properties.directory());
  }

  @Bean
  BatchQueue batchQueue(
      List<BatchWork> works,
      CommandExecutor executor,
      StoredBatches batches,
      StoredRows rows,
      BatchFolders folders,
      KafkaProperties kafka) {
    BatchRunner runner =
        new BatchRunner(
            works.stream().collect(Collectors.toMap(BatchWork::kind, Function.identity())),
            executor,
            batches,
            rows,
            folders,
            id -> partition(id, kafka.partitions()),
            Patience.A_MINUTE,
            Clock.systemUTC());
    return new BatchQueue(runner, batches, folders);
  }

  /** As Kafka's producer does with a record's key, which is the qualified identifier. */
  private static int partition(ArchiveId id, int partitions) {
    byte[] key = id.qualified().getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  /** Uploads are written next to where they are kept, so that keeping them is a renaming. */
  @Bean
  MultipartConfigElement multipartConfig(BatchProperties properties, BatchFolders folders) {
    long limit = properties.limit().toBytes();
    return new MultipartConfigElement(
        folders.uploads().toString(), limit, 2 * limit, IN_MEMORY_BYTES);
  }
}
