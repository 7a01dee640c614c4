package org.defter.ingest.log;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the log follow the store: lets it grow by what was committed, and signs it, at least every
 * second while it grows. Several nodes may do so at once; they wait for each other.
 */
@Component
public class LogKeeper implements SmartLifecycle {

  /** Lower than that of the commands: what they recorded enters before the service ends. */
  private static final int PHASE = -1;

  private static final Duration BETWEEN_CHECKPOINTS = Duration.ofMillis(200);
  private static final Duration PAUSE = Duration.ofMillis(50);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
  private static final Logger log = LoggerFactory.getLogger(LogKeeper.class);

  private final LogTree tree;
  private final Checkpoints checkpoints;
  private volatile boolean running;
  private volatile @Nullable String trouble;
  private long signedNanos = System.nanoTime() - BETWEEN_CHECKPOINTS.toNanos();
  private @Nullable Thread thread;

  LogKeeper(LogTree tree, Checkpoints checkpoints) {
    this.tree = tree;
    this.checkpoints = checkpoints;
  }

  /** How many events are in the log. */
  public long entries() {
    return tree.size();
  }

  /** Why the log does not grow or is not signed; null while all is well. */
  public @Nullable String trouble() {
    return trouble;
  }

  private void run() {
    while (running) {
      Duration pause = step();
      try {
        Thread.sleep(pause);
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    step();
  }

  private Duration step() {
    try {
      boolean more = tree.grow() == LogTree.STEP;
      if (!running || System.nanoTime() - signedNanos >= BETWEEN_CHECKPOINTS.toNanos()) {
        checkpoints.sign();
        signedNanos = System.nanoTime();
      }
      trouble = null;
      return more ? Duration.ZERO : PAUSE;
    } catch (RuntimeException failed) {
      if (trouble == null) {
        log.warn("the log waits, and goes on by itself", failed);
      }
      trouble = String.valueOf(failed.getMessage());
      return PAUSE_AFTER_FAILURE;
    }
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("log-keeper").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Thread keeping = thread;
    if (keeping != null) {
      try {
        keeping.join();
      } catch (InterruptedException impatient) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
