package org.defter.benchmark;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.defter.core.event.CloudEventAttributes;

/** How long the topic of events is, and how far its readers are. */
final class Topic implements AutoCloseable {

  private static final long PATIENCE_NANOS = Duration.ofMinutes(5).toNanos();

  private final Admin admin;

  Topic(String bootstrapServers) {
    admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  List<TopicPartition> partitions() throws InterruptedException, ExecutionException {
    int partitions =
        admin
            .describeTopics(List.of(CloudEventAttributes.TOPIC))
            .allTopicNames()
            .get()
            .values()
            .iterator()
            .next()
            .partitions()
            .size();
    return IntStream.range(0, partitions)
        .mapToObj(number -> new TopicPartition(CloudEventAttributes.TOPIC, number))
        .toList();
  }

  /** Events published so far. */
  long length() throws InterruptedException, ExecutionException {
    var asked =
        partitions().stream().collect(Collectors.toMap(at -> at, at -> OffsetSpec.latest()));
    return admin.listOffsets(asked).all().get().values().stream()
        .mapToLong(end -> end.offset())
        .sum();
  }

  /** Events a consumer group has committed to have applied. */
  long applied(String group) throws InterruptedException, ExecutionException {
    return admin
        .listConsumerGroupOffsets(group)
        .partitionsToOffsetAndMetadata()
        .get()
        .values()
        .stream()
        .mapToLong(OffsetAndMetadata::offset)
        .sum();
  }

  /**
   * How a group caught up.
   *
   * @param events applied after the first commit that was seen
   * @param seconds from that commit to the last
   */
  record CatchUp(long events, double seconds) {
    double perSecond() {
      return events / seconds;
    }
  }

  /** Watches a group from its next commit until it has applied everything. */
  CatchUp catchUp(String group, long from) throws InterruptedException, ExecutionException {
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    long end = length();
    long first = from;
    long firstNanos = 0;
    while (System.nanoTime() < deadline) {
      long now = applied(group);
      long nanos = System.nanoTime();
      if (first == from && now > from) {
        first = now;
        firstNanos = nanos;
      }
      if (now >= end) {
        return new CatchUp(now - first, (nanos - firstNanos) / 1e9);
      }
      Thread.sleep(20);
    }
    throw new IllegalStateException(group + " has not caught up in five minutes");
  }

  @Override
  public void close() {
    admin.close();
  }
}
