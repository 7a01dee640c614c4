package org.defter.query.projection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/**
 * Messages of the topic in files, by their key: so that the whole history of anything is in one of
 * them, in its order, and only one of them need be in memory at a time.
 */
final class GatheredEvents implements AutoCloseable {

  /** Of common events: a few megabytes. */
  private static final int EVENTS_OF_A_PART = 4_000;

  private static final int MOST_PARTS = 512;

  private final Path folder;
  private final List<Part> parts = new ArrayList<>();

  /** A file and its end. */
  private record Part(Path file, DataOutputStream out) {}

  /**
   * Makes the files.
   *
   * @param events about how many there will be
   */
  GatheredEvents(long events) throws IOException {
    folder = Files.createTempDirectory("gathered-events-");
    long wanted = Math.clamp(events / EVENTS_OF_A_PART, 1, MOST_PARTS);
    for (int number = 0; number < wanted; number++) {
      Path file = folder.resolve("part-" + number);
      var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 15);
      parts.add(new Part(file, new DataOutputStream(out)));
    }
  }

  /** How many files there are. */
  int parts() {
    return parts.size();
  }

  /** Keeps a message. May be called by several threads at once, for different partitions. */
  void add(ConsumerRecord<String, byte[]> message) throws IOException {
    DataOutputStream out =
        parts.get(Math.floorMod(String.valueOf(message.key()).hashCode(), parts.size())).out();
    synchronized (out) {
      out.writeUTF(message.topic());
      out.writeInt(message.partition());
      out.writeLong(message.offset());
      write(message.key() == null ? null : message.key().getBytes(StandardCharsets.UTF_8), out);
      write(message.value(), out);
      Header[] headers = message.headers().toArray();
      out.writeInt(headers.length);
      for (Header header : headers) {
        out.writeUTF(header.key());
        write(header.value(), out);
      }
    }
  }

  private static void write(byte @Nullable [] bytes, DataOutputStream out) throws IOException {
    out.writeInt(bytes == null ? -1 : bytes.length);
    if (bytes != null) {
      out.write(bytes);
    }
  }

  /** The messages of one file. */
  List<ConsumerRecord<String, byte[]>> part(int number) throws IOException {
    Part part = parts.get(number);
    part.out().close();
    List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(part.file()), 1 << 16))) {
      while (in.available() > 0) {
        messages.add(message(in));
      }
    }
    return messages;
  }

  private static ConsumerRecord<String, byte[]> message(DataInputStream in) throws IOException {
    String topic = in.readUTF();
    int partition = in.readInt();
    long offset = in.readLong();
    byte[] key = read(in);
    byte[] value = read(in);
    RecordHeaders headers = new RecordHeaders();
    for (int left = in.readInt(); left > 0; left--) {
      headers.add(in.readUTF(), read(in));
    }
    return new ConsumerRecord<>(
        topic,
        partition,
        offset,
        ConsumerRecord.NO_TIMESTAMP,
        TimestampType.NO_TIMESTAMP_TYPE,
        ConsumerRecord.NULL_SIZE,
        ConsumerRecord.NULL_SIZE,
        key == null ? null : new String(key, StandardCharsets.UTF_8),
        value,
        headers,
        Optional.empty());
  }

  private static byte @Nullable [] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    return length < 0 ? null : in.readNBytes(length);
  }

  @Override
  public void close() throws IOException {
    for (Part part : parts) {
      part.out().close();
      Files.deleteIfExists(part.file());
    }
    Files.deleteIfExists(folder);
  }
}
