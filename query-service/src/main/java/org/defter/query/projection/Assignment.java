package org.defter.query.projection;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where to begin in a partition: at the offset committed, unless that was committed for indexes
 * that are no more. Then everything is read again, so that an index that was lost fills by itself.
 */
final class Assignment implements ConsumerRebalanceListener {

  private static final Logger LOG = LoggerFactory.getLogger(Assignment.class);

  private final Consumer<?, ?> consumer;
  private final LoopProgress progress;
  private final String identity;

  /**
   * @param identity of the indexes that are written, as committed beside each offset
   */
  Assignment(Consumer<?, ?> consumer, LoopProgress progress, String identity) {
    this.consumer = consumer;
    this.progress = progress;
    this.identity = identity;
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
    Map<TopicPartition, OffsetAndMetadata> committed =
        consumer.committed(new HashSet<>(partitions));
    for (TopicPartition partition : partitions) {
      @Nullable OffsetAndMetadata offset = committed.get(partition);
      if (offset != null && !identity.equals(offset.metadata())) {
        LOG.warn("{}: the indexes were made anew, reading from the beginning", partition);
        consumer.seekToBeginning(List.of(partition));
      }
      progress.assigned(partition, consumer.position(partition));
    }
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
    progress.revoked(partitions);
  }
}
