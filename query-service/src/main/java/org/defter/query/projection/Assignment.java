package org.defter.query.projection;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.defter.query.elasticsearch.Targets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where to begin in a partition: see {@link Targets#from}. */
final class Assignment implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

  private final Consumer<?, ?> consumer;
  private final LoopProgress progress;
  private final Targets targets;

  /**
   * @param targets that are written, whose identity is committed beside each offset
   */
  Assignment(Consumer<?, ?> consumer, LoopProgress progress, Targets targets) {
    this.consumer = consumer;
    this.progress = progress;
    this.targets = targets;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        consumer.committed(new HashSet<>(partitions));
    for (TopicPartition partition : partitions) {
      @Nullable OffsetAndMetadata offset = committed.get(partition);
      if (offset != null) {
        long from = targets.from(partition.partition(), offset.offset(), offset.metadata());
        if (from < offset.offset()) {
          LOG.warn("{}: an index was made anew, reading from offset {}", partition, from);
        }
        consumer.seek(partition, from);
      }
      progress.assigned(partition, consumer.position(partition));
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    progress.revoked(partitions);
  }
}
