package org.defter.ingest.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.defter.ingest.log.Cosignatures.Cosignature;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the witnesses that are configured cosign the log, each in a thread of its own: none holds up
 * another, and none the log.
 */
@Component
public class Witnesses implements SmartLifecycle {

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(5);

  private final List<WitnessFollower> followers;
  private final Cosignatures cosignatures;
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean running;

  Witnesses(
      LogProperties properties, LogTree tree, Checkpoints checkpoints, Cosignatures cosignatures) {
    this.cosignatures = cosignatures;
    this.followers =
        properties.witnesses().stream()
            .filter(setting -> !setting.isBlank())
            .map(setting -> WitnessClient.parse(setting, PATIENCE))
            .map(client -> new WitnessFollower(client, tree, checkpoints, cosignatures))
            .toList();
  }

  /**
   * How it stands with a witness.
   *
   * @param verifier its public key
   * @param size of the last checkpoint it saw; null when it saw none
   * @param seen when it saw that, as it says; null likewise
   * @param trouble why it does not cosign now; null while all is well
   */
  public record Standing(
      String name,
      String verifier,
      @Nullable Long size,
      @Nullable Instant seen,
      @Nullable String trouble) {}

  /** How it stands with each. */
  public List<Standing> standings() {
    return followers.stream().map(this::standing).toList();
  }

  private Standing standing(WitnessFollower witness) {
    Optional<Cosignature> newest = cosignatures.newest(witness.key());
    return new Standing(
        witness.key().name(),
        witness.key().toString(),
        newest.map(Cosignature::size).orElse(null),
        newest.map(Cosignature::seen).orElse(null),
        witness.trouble());
  }

  private void follow(WitnessFollower witness) {
    try {
      while (running) {
        Thread.sleep(witness.step() ? PAUSE : PAUSE_AFTER_TROUBLE);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void start() {
    running = true;
    for (WitnessFollower witness : followers) {
      threads.add(
          Thread.ofPlatform().name("witness " + witness.key().name()).start(() -> follow(witness)));
    }
  }

  @Override
  public void stop() {
    running = false;
    threads.forEach(Thread::interrupt);
    try {
      for (Thread thread : threads) {
        thread.join();
      }
    } catch (InterruptedException impatient) {
      Thread.currentThread().interrupt();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
