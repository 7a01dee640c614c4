package org.defter.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Clients that each ask, wait for the answer, and ask again (a closed loop). */
final class Load {

  private Load() {}

  /** One client, with the connection it keeps. */
  interface Client extends AutoCloseable {
    void once() throws Exception;

    @Override
    void close() throws Exception;
  }

  /** Makes the client of a number, from 0. */
  @FunctionalInterface
  interface Clients {
    Client open(int number) throws Exception;
  }

  /**
   * What the clients got done.
   *
   * @param perSecond of all clients together
   * @param micros how long each answer took
   */
  record Outcome(double perSecond, Histogram micros) {
    double millisAt(double percentile) {
      return micros.getValueAtPercentile(percentile) / 1000.0;
    }
  }

  private record Share(long operations, long beganNanos, long endedNanos, Histogram micros) {}

  /** Lets that many clients work side by side for that long. */
  static Outcome run(int clients, double seconds, Clients factory) throws Exception {
    CyclicBarrier start = new CyclicBarrier(clients);
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      List<Future<Share>> working = new ArrayList<>();
      for (int number = 0; number < clients; number++) {
        int client = number;
        working.add(threads.submit(() -> work(factory, client, start, seconds)));
      }
      List<Share> shares = new ArrayList<>();
      for (Future<Share> share : working) {
        shares.add(share.get());
      }
      return together(shares);
    } catch (ExecutionException failed) {
      throw new IllegalStateException("a client failed: " + failed.getCause(), failed.getCause());
    }
  }

  private static Share work(Clients factory, int number, CyclicBarrier start, double seconds)
      throws Exception {
    Histogram micros = new Histogram(3);
    try (Client client = factory.open(number)) {
      start.await(60, TimeUnit.SECONDS);
      long began = System.nanoTime();
      long until = began + (long) (seconds * 1e9);
      long operations = 0;
      long now = began;
      while (now < until) {
        client.once();
        long after = System.nanoTime();
        micros.recordValue((after - now) / 1000);
        operations++;
        now = after;
      }
      return new Share(operations, began, now, micros);
    }
  }

  private static Outcome together(List<Share> shares) {
    Histogram micros = new Histogram(3);
    shares.forEach(share -> micros.add(share.micros()));
    long operations = shares.stream().mapToLong(Share::operations).sum();
    long began = shares.stream().mapToLong(Share::beganNanos).min().orElseThrow();
    long ended = shares.stream().mapToLong(Share::endedNanos).max().orElseThrow();
    return new Outcome(operations / ((ended - began) / 1e9), micros);
  }
}
