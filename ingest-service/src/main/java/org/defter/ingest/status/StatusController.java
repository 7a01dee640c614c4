package org.defter.ingest.status;

import java.util.List;
import org.defter.ingest.log.LogKeeper;
import org.defter.ingest.log.Witnesses;
import org.defter.ingest.publish.EventPublisher;
import org.defter.ingest.store.StoredEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.info.BuildProperties;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the service has got. */
@RestController
class StatusController {

  private final StoredEvents events;
  private final EventPublisher publisher;
  private final LogKeeper log;
  private final Witnesses witnesses;
  private final BuildProperties build;

  StatusController(
      StoredEvents events,
      EventPublisher publisher,
      LogKeeper log,
      Witnesses witnesses,
      BuildProperties build) {
    this.events = events;
    this.publisher = publisher;
    this.log = log;
    this.witnesses = witnesses;
    this.build = build;
  }

  /**
   * The answer.
   *
   * @param committed the position of the newest event in the store; positions are not dense
   * @param published the position of the newest event on the topic
   * @param state {@code running}, or {@code waiting} while nothing can be published
   * @param reason what it waits for; null while running
   * @param log how far the log has got
   */
  record Status(
      String service,
      @Nullable String version,
      long committed,
      long published,
      String state,
      @Nullable String reason,
      Log log) {}

  /**
   * The log's part.
   *
   * @param entries how many events are in it
   * @param reason why it does not grow or is not signed; null while all is well
   * @param witnesses how it stands with each witness; the log does not wait for them
   */
  record Log(long entries, @Nullable String reason, List<Witnesses.Standing> witnesses) {}

  @GetMapping("/api/v1/status")
  Status status() {
    String reason = publisher.waitingFor();
    return new Status(
        "ingest",
        build.getVersion(),
        events.newestPosition(),
        publisher.published(),
        reason == null ? "running" : "waiting",
        reason,
        new Log(log.entries(), log.trouble(), witnesses.standings()));
  }
}
