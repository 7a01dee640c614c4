package org.defter.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Starts, adopts and ends the process of one part. It remembers nothing: the data directory does.
 */
final class Keeper {
  private static final Duration ANSWER_LIMIT = Duration.ofSeconds(6);
  private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
  private static final Duration GONE_LIMIT = Duration.ofSeconds(10);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
  private static final int STARTS = 6;
  private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "LC_ALL");

  private final Recipe recipe;
  private final Consumer<String> progress;

  Keeper(Recipe recipe, Consumer<String> progress) {
    this.recipe = recipe;
    this.progress = progress;
  }

  /** Its live process: never another that merely got the recorded id. */
  Optional<LinuxProcess> running() {
    return recipe
        .ownRecord()
        .or(() ->
            ProcessRecord.readFor(recipe)
                .map(ProcessRecord::process)
                .filter(LinuxProcess::isAlive));
  }

  /**
   * Adopts the part when it runs as it should; otherwise starts it, ending what runs of it first.
   */
  void ensureUp() {
    Optional<LinuxProcess> running = running();
    if (running.isPresent()) {
      Optional<ProcessRecord> record = ProcessRecord.readFor(recipe);
      if (record.filter(kept -> kept.matches(recipe) && answersInTime(kept)).isPresent()) {
        record.get().answeredBy(running.get()).writeFor(recipe);
        progress.accept("%s … runs already".formatted(name()));
        return;
      }
      progress.accept("%s … is started anew".formatted(name()));
      stop();
    }
    start();
  }

  private boolean answersInTime(ProcessRecord record) {
    Instant startLimit = record.startedAt().plus(recipe.part().startLimit());
    Instant limit = Instant.now().plus(ANSWER_LIMIT);
    // A part that an interrupted `up` has only just started keeps its full time.
    Instant deadline = startLimit.isAfter(limit) && !record.answered() ? startLimit : limit;
    while (running().isPresent() && Instant.now().isBefore(deadline)) {
      if (recipe.answers()) {
        return true;
      }
      Pause.of(BETWEEN_LOOKS);
    }
    return false;
  }

  private void start() {
    long began = System.nanoTime();
    for (int attempt = 1; !startedOnce(); attempt++) {
      String tail = String.join("\n", LogTail.of(recipe.log(), LogTail.LINES));
      if (attempt == STARTS || !recipe.heldByPredecessor(tail)) {
        throw failure("ended at its start");
      }
      Pause.of(Duration.ofMillis(500));
    }
    progress.accept(
        "%s … ready in %.1f s".formatted(name(), (System.nanoTime() - began) / 1_000_000_000.0));
  }

  /** False when the process ended before it answered. */
  private boolean startedOnce() {
    openLog();
    recipe.prepare();
    ProcessRecord started = spawn();
    Instant deadline = Instant.now().plus(recipe.part().startLimit());
    while (!answers()) {
      if (running().isEmpty()) {
        return false;
      }
      if (Instant.now().isAfter(deadline)) {
        StackException failure =
            failure(
                "did not answer on port %d within %d s"
                    .formatted(recipe.port(), recipe.part().startLimit().toSeconds()));
        kill();
        throw failure;
      }
      Pause.of(BETWEEN_LOOKS);
    }
    Optional<LinuxProcess> server = running();
    server.ifPresent(process -> started.answeredBy(process).writeFor(recipe));
    return server.isPresent();
  }

  /** Whether this part answers, and not another program that took a service's port first. */
  private boolean answers() {
    return recipe.answers()
        && (!Part.SERVICES.contains(recipe.part())
            || running().filter(this::holdsPort).isPresent());
  }

  private boolean holdsPort(LinuxProcess process) {
    return PortOwner.pidOf(recipe.port()).orElse(process.pid()) == process.pid();
  }

  /**
   * Starts it in a session of its own, so that neither the end of this program nor a Ctrl-C in its
   * terminal reaches it. A crash between the start and the record leaves a server that only {@link
   * Recipe#ownRecord} can find; Kafka and the services keep none, and would be named by the port
   * they hold.
   */
  private ProcessRecord spawn() {
    List<String> command = new ArrayList<>(List.of("setsid"));
    command.addAll(recipe.command());
    ProcessBuilder builder = new ProcessBuilder(command);
    Map<String, String> environment = builder.environment();
    environment.keySet().retainAll(INHERITED);
    environment.putAll(recipe.environment());
    try {
      Process started =
          builder
              .directory(recipe.folder().toFile())
              .redirectErrorStream(true)
              .redirectInput(Path.of("/dev/null").toFile())
              .redirectOutput(ProcessBuilder.Redirect.appendTo(recipe.log().toFile()))
              .start();
      LinuxProcess process =
          LinuxProcess.withPid(started.pid()).orElseThrow(() -> failure("ended at its start"));
      ProcessRecord record = ProcessRecord.ofStarted(recipe, process);
      record.writeFor(recipe);
      return record;
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot start " + name() + ": " + e.getMessage(), e);
    }
  }

  /** A new log for each start, made before {@link Recipe#prepare} sees to who owns the files. */
  private void openLog() {
    try {
      Files.createDirectories(recipe.folder());
      if (Files.exists(recipe.log())) {
        Files.move(
            recipe.log(),
            recipe.log().resolveSibling("log.previous"),
            StandardCopyOption.REPLACE_EXISTING);
      }
      Files.createFile(recipe.log());
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot write " + recipe.folder(), e);
    }
  }

  /** Ends it the way it likes to be ended, and by force when that takes too long. */
  void stop() {
    Optional<LinuxProcess> running = running();
    if (running.isPresent()) {
      LinuxProcess process = running.get();
      resume();
      process.signal(recipe.stopSignal());
      if (!process.awaitEnd(STOP_LIMIT)) {
        progress.accept("%s … does not stop, killing it".formatted(recipe.part().label()));
        kill();
      }
    }
    forget();
  }

  /** SIGKILL to it and all it started, as a crash of the machine would. */
  void kill() {
    running()
        .ifPresent(process -> {
          List<LinuxProcess> tree = process.tree();
          tree.forEach(member -> member.signal(LinuxProcess.Signal.KILL));
          tree.forEach(member -> member.awaitEnd(GONE_LIMIT));
        });
  }

  void pause() {
    signalAll(LinuxProcess.Signal.STOP);
  }

  void resume() {
    signalAll(LinuxProcess.Signal.CONT);
  }

  private void signalAll(LinuxProcess.Signal signal) {
    running().ifPresent(process -> process.tree().forEach(member -> member.signal(signal)));
  }

  private void forget() {
    try {
      Files.deleteIfExists(ProcessRecord.fileOf(recipe));
    } catch (IOException e) {
      throw StackException.dataDirectory("cannot write " + recipe.folder(), e);
    }
  }

  private String name() {
    return (recipe.part().label() + " " + recipe.version()).strip();
  }

  private StackException failure(String what) {
    return StackException.partFailed(recipe, what, LogTail.of(recipe.log(), LogTail.LINES));
  }
}
