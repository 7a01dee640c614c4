package org.defter.localstack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * The ports of one stack, chosen free at its first start and kept in {@code ports.json}. An
 * internal port that another program took meanwhile is replaced; the public one never changes
 * silently.
 */
final class Ports {
  /** What a port is for. */
  enum Use {
    POSTGRESQL(Part.POSTGRESQL),
    KAFKA(Part.KAFKA),
    KAFKA_CONTROLLER(Part.KAFKA),
    ELASTICSEARCH(Part.ELASTICSEARCH),
    ELASTICSEARCH_TRANSPORT(Part.ELASTICSEARCH),
    INGEST(Part.INGEST_SERVICE),
    PUBLIC(Part.QUERY_SERVICE);

    private final Part part;

    Use(Part part) {
      this.part = part;
    }
  }

  private static final int FIRST_PUBLIC = 8080;

  private final Path file;
  private final Map<Use, Integer> chosen;

  private Ports(Path file, Map<Use, Integer> chosen) {
    this.file = file;
    this.chosen = chosen;
  }

  static Ports keptIn(Path file) {
    Map<Use, Integer> chosen = new EnumMap<>(Use.class);
    JsonFile.read(file, Kept.class).ifPresent(kept -> chosen.putAll(kept.ports()));
    return new Ports(file, chosen);
  }

  /** The form of {@code ports.json}. */
  record Kept(Map<Use, Integer> ports) {}

  int of(Use use) {
    return kept(use)
        .orElseThrow(
            () -> new IllegalStateException("the stack was never started: no port for " + use));
  }

  Optional<Integer> kept(Use use) {
    return Optional.ofNullable(chosen.get(use));
  }

  /**
   * Sees to it that every use has a port, and that the ports of the parts about to start are free.
   *
   * @param wantedPublic the public port asked for, if any
   * @param starting parts that do not run and will be started
   */
  void settle(OptionalInt wantedPublic, Set<Part> starting, Consumer<String> progress) {
    if (wantedPublic.isPresent()) {
      takePublic(wantedPublic.getAsInt());
    }
    for (Use use : EnumSet.allOf(Use.class)) {
      Integer kept = chosen.get(use);
      if (kept == null) {
        chosen.put(use, use == Use.PUBLIC ? freePublic() : freeInternal());
      } else if (starting.contains(use.part) && !isFree(kept)) {
        replaceTaken(use, kept, progress);
      }
    }
    JsonFile.write(file, new Kept(chosen));
  }

  private void takePublic(int wanted) {
    if (!kept(Use.PUBLIC).equals(Optional.of(wanted)) && !isFree(wanted)) {
      throw publicTaken(wanted);
    }
    chosen.values().removeIf(port -> port == wanted);
    chosen.put(Use.PUBLIC, wanted);
  }

  private static StackException publicTaken(int port) {
    return new StackException(
        StackException.Problem.PORT_TAKEN,
        "port %d, the public one, is taken by %s: stop that or choose another with --port N"
            .formatted(port, ownerOf(port)));
  }

  private static String ownerOf(int port) {
    return PortOwner.of(port).orElse("another program");
  }

  private void replaceTaken(Use use, int taken, Consumer<String> progress) {
    if (use == Use.PUBLIC) {
      throw publicTaken(taken);
    }
    int replacement = freeInternal();
    chosen.put(use, replacement);
    progress.accept(
        "port %d (%s) is taken by %s; using %d from now on"
            .formatted(taken, use.part.label(), ownerOf(taken), replacement));
  }

  private static int freePublic() {
    return IntStream.range(FIRST_PUBLIC, FIRST_PUBLIC + 1000)
        .filter(Ports::isFree)
        .findFirst()
        .orElseThrow(() -> noneFree(FIRST_PUBLIC, FIRST_PUBLIC + 1000));
  }

  /** Below the ephemeral range (ip(7): 32768 up), so that no outgoing connection takes it later. */
  private int freeInternal() {
    return ThreadLocalRandom.current()
        .ints(1000, 20_000, 32_000)
        .filter(port -> !chosen.containsValue(port) && isFree(port))
        .findFirst()
        .orElseThrow(() -> noneFree(20_000, 32_000));
  }

  private static StackException noneFree(int from, int to) {
    return new StackException(
        StackException.Problem.PORT_TAKEN, "no free port from " + from + " to " + to);
  }

  static boolean isFree(int port) {
    for (String address : List.of("127.0.0.1", "0.0.0.0")) {
      try (ServerSocket socket = new ServerSocket()) {
        socket.setReuseAddress(true);
        socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
      } catch (IOException taken) {
        return false;
      }
    }
    return true;
  }
}
