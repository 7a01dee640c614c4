package org.defter.query.projection;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.projection.Change;
import org.defter.readmodel.projection.Projector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

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

  private final Set<Index> indexes;
  private final List<Change> changes = new ArrayList<>();
  private final List<ConsumerRecord<String, byte[]>> origins = new ArrayList<>();
  private final Map<TopicPartition, Long> begins = new HashMap<>();
  private final Map<TopicPartition, Long> ends = new HashMap<>();
  private final Map<TopicPartition, Stop> stops = new HashMap<>();

  private Batch(Set<Index> indexes) {
    this.indexes = indexes;
  }

  /**
   * Projects the records. One that cannot be projected ends its partition's part of the batch; what
   * comes after it is left out.
   *
   * @param indexes which of them are written
   */
  static Batch of(ConsumerRecords<String, byte[]> messages, Set<Index> indexes) {
    Batch batch = new Batch(indexes);
    for (TopicPartition partition : messages.partitions()) {
      batch.project(partition, messages.records(partition));
    }
    return batch;
  }

  /**
   * Projects whole histories, to be written to indexes that hold nothing of them and that nobody
   * reads: each document once, as the history leaves it.
   */
  static Batch ofHistories(ConsumerRecords<String, byte[]> messages, Set<Index> indexes) {
    Batch batch = of(messages, indexes);
    batch.leaveOutOverwritten();
    batch.closeVersions();
    return batch;
  }

  private void closeVersions() {
    Map<String, Integer> added = new HashMap<>();
    for (int at = 0; at < changes.size(); at++) {
      Change change = changes.get(at);
      if (change instanceof Change.Add) {
        added.put(name(change), at);
      } else if (change instanceof Change.Amend amend) {
        Integer version = added.get(name(amend));
        if (version != null) {
          changes.set(version, closed((Change.Add) changes.get(version), amend));
        }
      }
    }
    leaveOut(at -> changes.get(at) instanceof Change.Amend amend && added.containsKey(name(amend)));
  }

  private static Change.Add closed(Change.Add version, Change.Amend end) {
    ObjectNode document = DocumentJson.mapper().valueToTree(version.body());
    document.setAll(DocumentJson.mapper().<ObjectNode>valueToTree(end.body()));
    return new Change.Add(version.index(), version.id(), document);
  }

  private void leaveOutOverwritten() {
    Map<String, Integer> last = new HashMap<>();
    for (int at = 0; at < changes.size(); at++) {
      if (changes.get(at) instanceof Change.Put put) {
        last.put(name(put), at);
      }
    }
    leaveOut(
        at -> changes.get(at) instanceof Change.Put put && last.getOrDefault(name(put), at) > at);
  }

  private void leaveOut(IntPredicate which) {
    BitSet left = new BitSet();
    for (int at = 0; at < changes.size(); at++) {
      left.set(at, which.test(at));
    }
    int kept = 0;
    for (int at = 0; at < changes.size(); at++) {
      if (!left.get(at)) {
        changes.set(kept, changes.get(at));
        origins.set(kept, origins.get(at));
        kept++;
      }
    }
    changes.subList(kept, changes.size()).clear();
    origins.subList(kept, origins.size()).clear();
  }

  private static String name(Change change) {
    return change.index().alias() + "/" + change.id();
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
        if (indexes.contains(change.index())) {
          changes.add(change);
          origins.add(message);
        }
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
