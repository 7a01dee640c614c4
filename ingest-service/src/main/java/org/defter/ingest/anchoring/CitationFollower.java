package org.defter.ingest.anchoring;

import com.fasterxml.uuid.Generators;
import java.time.Duration;
import java.util.List;
import org.defter.core.decision.Refusal;
import org.defter.core.event.Origin;
import org.defter.core.fact.FactCommand.FollowRevision;
import org.defter.core.id.Actor;
import org.defter.core.id.FactId;
import org.defter.ingest.anchoring.RevisionsToFollow.Revision;
import org.defter.ingest.command.CommandExecutor;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.command.Request;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Has the citations of every fact follow each revision of a transcription, some facts at a time, in
 * the name of whoever revised it.
 */
@Component
class CitationFollower implements SmartLifecycle {

  /** Higher than that of the commands: it starts after them and stops before. */
  private static final int PHASE = 1;

  private static final int CHUNK = 64;
  private static final Actor ITSELF =
      new Actor("defter-anchoring", "Defter, following revised transcriptions", "software-agent");
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(2);
  private static final Logger log = LoggerFactory.getLogger(CitationFollower.class);

  private final RevisionsToFollow revisions;
  private final CommandExecutor executor;
  private volatile boolean running;
  private @Nullable Thread thread;

  CitationFollower(RevisionsToFollow revisions, CommandExecutor executor) {
    this.revisions = revisions;
    this.executor = executor;
  }

  private void run() {
    try {
      while (running) {
        Thread.sleep(followNext());
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  /** Returns how long to wait before the next. */
  private Duration followNext() {
    try {
      Revision next = revisions.take();
      if (next == null) {
        return PAUSE;
      }
      follow(next);
      return Duration.ZERO;
    } catch (RuntimeException failed) {
      log.warn("following a revised transcription stopped and will be tried again", failed);
      return PAUSE_AFTER_FAILURE;
    }
  }

  private void follow(Revision revision) {
    String after = revision.doneThrough();
    while (running) {
      List<FactId> facts = revisions.citing(revision.source(), after, CHUNK);
      if (facts.isEmpty()) {
        revisions.swept(revision);
        return;
      }
      follow(revision, facts);
      after = facts.getLast().value();
    }
  }

  private void follow(Revision revision, List<FactId> facts) {
    List<Outcome> outcomes =
        executor.executeTogether(
            facts.stream().map(fact -> request(revision, fact)).toList(),
            // In the same transaction: a crash leaves both or neither.
            _ -> revisions.doneThrough(revision, facts.getLast()));
    for (int at = 0; at < facts.size(); at++) {
      if (outcomes.get(at) instanceof Outcome.Refused(var refusal)
          && !(refusal instanceof Refusal.NothingChanges)) {
        log.error(
            "{} does not follow revision {} of {}: {}",
            facts.get(at).qualified(),
            revision.revision(),
            revision.source().qualified(),
            refusal.detail());
      }
    }
  }

  private static Request request(Revision revision, FactId fact) {
    return new Request(
        new FollowRevision(fact, revision.source(), revision.revision()),
        new Origin(
            ITSELF,
            revision.origin().actor(),
            Generators.timeBasedEpochGenerator().generate().toString(),
            revision.origin().correlationId(),
            revision.eventId()));
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("citation-follower").start(this::run);
  }

  /** Ends after the facts it is at; the next start goes on from there. */
  @Override
  public void stop() {
    running = false;
    Thread following = thread;
    if (following != null) {
      try {
        following.join();
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
