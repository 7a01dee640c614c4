package org.defter.localstack;

import java.time.Duration;

/** Waiting between two looks at a server. */
final class Pause {
  private Pause() {}

  static void of(Duration length) {
    try {
      Thread.sleep(length);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the stack", interrupted);
    }
  }
}
