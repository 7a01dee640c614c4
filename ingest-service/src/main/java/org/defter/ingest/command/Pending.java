package org.defter.ingest.command;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A request whose caller is waiting.
 *
 * @param key null when the caller sent none
 * @param answer completed after the commit
 */
record Pending(Request request, @Nullable IdempotencyKey key, CompletableFuture<Outcome> answer) {

  static Pending of(Request request, @Nullable IdempotencyKey key) {
    return new Pending(request, key, new CompletableFuture<>());
  }
}
