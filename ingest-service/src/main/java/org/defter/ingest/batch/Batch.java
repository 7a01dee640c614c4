package org.defter.ingest.batch;

import java.time.Instant;
import org.defter.core.event.Origin;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A batch as somebody asked for it.
 *
 * @param id its identifier, a UUID; the correlation id of everything it leads to
 * @param kind what it is for
 * @param asked what was asked beside the files, in the terms of its kind
 * @param dryRun whether to decide everything and store nothing
 * @param undoOf the batch it takes back; null unless it does
 * @param previewed the dry run it carries out; null unless it does
 * @param sender who asks
 * @param submitted when
 */
public record Batch(
    String id,
    BatchKind kind,
    JsonNode asked,
    boolean dryRun,
    @Nullable String undoOf,
    @Nullable String previewed,
    Origin sender,
    Instant submitted) {

  /**
   * What this one, a dry run, showed, to be carried out.
   *
   * @param id of the new batch
   */
  Batch carriedOut(String id, Origin sender, Instant submitted) {
    return new Batch(id, kind, asked, false, undoOf, this.id, sender, submitted);
  }

  /**
   * Who sends a command of this batch.
   *
   * @param step which one, unique in the batch
   */
  public Origin origin(String step) {
    return new Origin(sender.actor(), sender.onBehalfOf(), id + "." + step, id, id);
  }
}
