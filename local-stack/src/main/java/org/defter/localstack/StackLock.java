package org.defter.localstack;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** One starts or stops a stack at a time; the lock ends with the process that holds it. */
final class StackLock implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(4);

  private final FileChannel channel;

  private StackLock(FileChannel channel) {
    this.channel = channel;
  }

  static StackLock on(Path dataDirectory, Consumer<String> progress) {
    Path file = dataDirectory.resolve("lock");
    try {
      Files.createDirectories(dataDirectory);
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel).isEmpty()) {
        progress.accept("another defter is at work on " + dataDirectory + "; waiting for it");
        await(channel, dataDirectory);
      }
      return new StackLock(channel);
    } catch (IOException e) {
      throw StackException.dataDirectory(
          "cannot write " + dataDirectory + ": choose another data directory with --data DIR", e);
    }
  }

  private static void await(FileChannel channel, Path dataDirectory) throws IOException {
    Instant deadline = Instant.now().plus(LIMIT);
    while (tryLock(channel).isEmpty()) {
      if (Instant.now().isAfter(deadline)) {
        channel.close();
        throw new StackException(
            StackException.Problem.BUSY,
            "another defter is still starting or stopping the stack in " + dataDirectory);
      }
      Pause.of(Duration.ofMillis(200));
    }
  }

  private static Optional<FileLock> tryLock(FileChannel channel) throws IOException {
    try {
      return Optional.ofNullable(channel.tryLock());
    } catch (OverlappingFileLockException heldInThisJvm) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot release the lock", e);
    }
  }
}
