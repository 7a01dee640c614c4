package org.defter.query.projection;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.defter.query.projection.Batch.Stop;
import org.defter.query.projection.PartitionStatus.State;
import org.jspecify.annotations.Nullable;

/** What one loop tells the other threads of how far it has got. */
final class LoopProgress {

  private final Map<TopicPartition, Long> positions = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();
  private final Map<TopicPartition, Stop> stops = new ConcurrentHashMap<>();
  private volatile @Nullable String kafkaTrouble = "Kafka has not answered yet";
  private volatile @Nullable String elasticsearchTrouble;

  void assigned(TopicPartition partition, long position) {
    positions.put(partition, position);
    kafkaTrouble = null; // it has just answered
  }

  void revoked(Collection<TopicPartition> partitions) {
    positions.keySet().removeAll(partitions);
    ends.keySet().removeAll(partitions);
    stops.keySet().removeAll(partitions);
  }

  void applied(Map<TopicPartition, Long> next) {
    next.forEach((partition, position) -> positions.replace(partition, position));
  }

  void stopped(TopicPartition partition, Stop stop) {
    stops.put(partition, stop);
  }

  boolean isStopped(TopicPartition partition) {
    return stops.containsKey(partition);
  }

  void ended(Map<TopicPartition, Long> ends) {
    this.ends.putAll(ends);
  }

  /**
   * Takes down what is wrong with Kafka.
   *
   * @param trouble null when there is none
   */
  void kafka(@Nullable String trouble) {
    kafkaTrouble = trouble;
  }

  /**
   * Takes down what is wrong with Elasticsearch.
   *
   * @param trouble null when there is none
   * @return whether it begins with this
   */
  boolean elasticsearch(@Nullable String trouble) {
    boolean begins = trouble != null && elasticsearchTrouble == null;
    elasticsearchTrouble = trouble;
    return begins;
  }

  /** What keeps the whole loop waiting; null while nothing does. */
  @Nullable String trouble() {
    String elasticsearch = elasticsearchTrouble;
    return elasticsearch == null ? kafkaTrouble : elasticsearch;
  }

  List<PartitionStatus> partitions() {
    return positions.keySet().stream()
        .sorted(Comparator.comparingInt(TopicPartition::partition))
        .map(this::status)
        .toList();
  }

  private PartitionStatus status(TopicPartition partition) {
    long position = positions.getOrDefault(partition, 0L);
    long end = Math.max(position, ends.getOrDefault(partition, 0L));
    Stop stop = stops.get(partition);
    String trouble = trouble();
    State state = stop != null ? State.STOPPED : trouble != null ? State.WAITING : State.RUNNING;
    return new PartitionStatus(
        partition.topic(),
        partition.partition(),
        position,
        end,
        end - position,
        state,
        stop == null ? trouble : explain(partition, stop));
  }

  static String explain(TopicPartition partition, Stop stop) {
    return ("%s-%d stopped before offset %d (event %s): %s. Nothing is skipped: update this service to a"
            + " version that can apply this event, or mend what it names, and start the service again")
        .formatted(
            partition.topic(),
            partition.partition(),
            stop.offset(),
            stop.eventId() == null ? "unknown" : stop.eventId(),
            stop.reason());
  }
}
