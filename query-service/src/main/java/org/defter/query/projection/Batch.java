package org.defter.query.projection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.defter.readmodel.projection.Change;
import org.defter.readmodel.projection.Projector;
import org.jspecify.annotations.Nullable;

/** The records of one poll, projected as far as they can be. */
final class Batch {

  /**
   * Where a partition stops.
   *
   * @param offset of the record that cannot be applied
   * @param eventId of its event; null when it does not say
   * @param reason why not
   */
  record Stop(long offset, @Nullable String eventId, String reason) {
    static Stop at(ConsumerRecord<String, byte[]> message, String reason) {
      return new Stop(message.offset(), EventMessage.eventId(message), reason);
    }
  }

  private final List<Change> changes = new ArrayList<>();
  private final List<ConsumerRecord<String, byte[]>> origins = new ArrayList<>();
  private final Map<TopicPartition, Long> begins = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<TopicPartition, Stop> stops = new HashMap<>();

  private Batch() {}

  /**
   * Projects the records. One that cannot be projected ends its partition's part of the batch; what
   * comes after it is left out.
   */
  static Batch of(ConsumerRecords<String, byte[]> messages) {
    Batch batch = new Batch();
    for (TopicPartition partition : messages.partitions()) {
      batch.project(partition, messages.records(partition));
    }
    return batch;
  }

  private void project(TopicPartition partition, List<ConsumerRecord<String, byte[]>> messages) {
    begins.put(partition, messages.getFirst().offset());
    for (ConsumerRecord<String, byte[]> message : messages) {
      List<Change> made;
      try {
        made = Projector.project(EventMessage.read(message));
      } catch (RuntimeException unprojectable) {
        stops.put(partition, Stop.at(message, String.valueOf(unprojectable.getMessage())));
        return;
      }
      for (Change change : made) {
        changes.add(change);
        origins.add(message);
      }
      ends.put(partition, message.offset() + 1);
    }
  }

  /** All the changes, those of one partition in the order of its records. */
  List<Change> changes() {
    return changes;
  }

  /** The offset of the first record of each partition. */
  Map<TopicPartition, Long> begins() {
    return begins;
  }

  /**
   * Where partitions stop once the changes have been sent: at the first record that could not be
   * projected, or of which a change was refused.
   *
   * <p>Records after a refused one may have been written, being in the same bulk. They are read and
   * written again when the partition goes on, which changes nothing.
   *
   * @param refusals why a change was refused, by its number
   */
  Map<TopicPartition, Stop> stops(Map<Integer, String> refusals) {
    Map<TopicPartition, Stop> all = new HashMap<>(stops);
    refusals.forEach((change, reason) -> {
      ConsumerRecord<String, byte[]> message = origins.get(change);
      all.merge(
          new TopicPartition(message.topic(), message.partition()),
          Stop.at(message, reason),
          (one, other) -> one.offset() <= other.offset() ? one : other);
    });
    return all;
  }

  /**
   * The next offset to apply in each partition, once the changes have been sent.
   *
   * @param stops as answered by {@link #stops}
   */
  Map<TopicPartition, Long> next(Map<TopicPartition, Stop> stops) {
    Map<TopicPartition, Long> next = new HashMap<>(ends);
    stops.forEach((partition, stop) -> next.put(partition, stop.offset()));
    return next;
  }
}
