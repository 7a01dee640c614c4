package org.defter.acceptance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that run beside the archive, and end with the test. */
final class Programs implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(150);

  private final Path folder;
  private final List<Process> running = new ArrayList<>();
  private final Thread hook = Thread.ofPlatform().unstarted(this::stop);
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * @param folder for what they print
   */
  Programs(Path folder) {
    this.folder = folder;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** A port that nobody listens at. */
  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException none) {
      throw new UncheckedIOException(none);
    }
  }

  /**
   * Starts one.
   *
   * @param settings its environment, beside PATH
   */
  void start(String name, Map<String, String> settings, List<String> command) {
    try {
      Files.createDirectories(folder);
      ProcessBuilder program =
          new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(name).toFile());
      program.environment().keySet().removeIf(variable -> !variable.equals("PATH"));
      program.environment().putAll(settings);
      running.add(program.start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Waits until it answers at an address. */
  void await(String name, URI address) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answers(address)) {
      if (System.nanoTime() > deadline
          || running.stream().anyMatch(program -> !program.isAlive())) {
        throw new AssertionError(name + " does not answer at " + address + "; see " + log(name));
      }
      sleep();
    }
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  private boolean answers(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build();
      return http.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(200);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopping);
    }
  }

  private void stop() {
    running.forEach(program -> {
      program.descendants().forEach(ProcessHandle::destroy);
      program.destroy();
    });
    running.forEach(program -> {
      try {
        if (!program.waitFor(20, TimeUnit.SECONDS)) {
          program.destroyForcibly().waitFor();
        }
      } catch (InterruptedException stopping) {
        program.destroyForcibly();
        Thread.currentThread().interrupt();
      }
    });
    running.clear();
  }

  @Override
  public void close() {
    stop();
    Runtime.getRuntime().removeShutdownHook(hook);
    http.shutdownNow();
  }
}
