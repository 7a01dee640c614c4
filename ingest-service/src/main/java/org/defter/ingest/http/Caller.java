package org.defter.ingest.http;

import org.defter.core.event.Origin;
import org.defter.ingest.command.IdempotencyKey;
import org.defter.ingest.problem.UnreadableRequest;
import org.jspecify.annotations.Nullable;

/**
 * Who sends a command, and under which conditions.
 *
 * @param origin who, and the identifiers that trace the request
 * @param key the Idempotency-Key header; null when none was sent
 * @param version the If-Match header; null when it was not sent
 */
public record Caller(Origin origin, @Nullable IdempotencyKey key, @Nullable Precondition version) {

  /**
   * The version a command is for.
   *
   * @param expected null for {@code *}: whatever the version is
   */
  public record Precondition(@Nullable Long expected) {}

  /** The version the command is for; null when any will do. */
  public @Nullable Long expectedVersion() {
    return version == null ? null : version.expected();
  }

  /**
   * The version the command is for, where a change must not be made unseen.
   *
   * @throws org.defter.ingest.problem.UnreadableRequest 428 when If-Match was not sent
   */
  public @Nullable Long requiredVersion() throws UnreadableRequest {
    if (version == null) {
      throw UnreadableRequest.withoutVersion();
    }
    return version.expected();
  }
}
