package org.defter.localstack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The same for several parts at once. */
final class SideBySide {
  private SideBySide() {}

  /** Returns when all have ended; the first failure is thrown, with the others in it. */
  static void forEach(List<Part> parts, Consumer<Part> action) {
    List<Future<?>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Part part : parts) {
        running.add(threads.submit(() -> action.accept(part)));
      }
    }
    RuntimeException first = null;
    for (Future<?> future : running) {
      RuntimeException failure = failureOf(future);
      if (first == null) {
        first = failure;
      } else if (failure != null) {
        first.addSuppressed(failure);
      }
    }
    if (first != null) {
      throw first;
    }
  }

  private static @Nullable RuntimeException failureOf(Future<?> future) {
    try {
      future.get();
      return null;
    } catch (ExecutionException e) {
      return e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new IllegalStateException("interrupted while starting the stack", e);
    }
  }
}
