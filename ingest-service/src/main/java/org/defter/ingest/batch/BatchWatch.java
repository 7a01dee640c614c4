package org.defter.ingest.batch;

import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends a batch's report to somebody whenever it changes, five times a second at most. */
final class BatchWatch implements Runnable {

  private static final Duration AT_LEAST_BETWEEN = Duration.ofMillis(200);

  /** A sign of life this often, to notice that the other side has gone. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  private final BatchJob job;
  private final SseEmitter emitter;

  BatchWatch(BatchJob job, SseEmitter emitter) {
    this.job = job;
    this.emitter = emitter;
  }

  @Override
  public void run() {
    try {
      BatchReport seen = job.report();
      send(emitter, seen);
      while (seen.state().active()) {
        Thread.sleep(AT_LEAST_BETWEEN);
        BatchReport news = job.awaitNews(seen, SIGN_OF_LIFE);
        if (news.equals(seen)) {
          emitter.send(SseEmitter.event().comment("still " + seen.state()));
        } else {
          send(emitter, news);
        }
        seen = news;
      }
      emitter.complete();
    } catch (IOException | IllegalStateException gone) {
      emitter.completeWithError(gone);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      emitter.complete();
    }
  }

  /** Sends the one report there will be of a batch that has ended. */
  static Runnable last(SseEmitter emitter, BatchReport ended) {
    return () -> {
      try {
        send(emitter, ended);
        emitter.complete();
      } catch (IOException gone) {
        emitter.completeWithError(gone);
      }
    };
  }

  private static void send(SseEmitter emitter, BatchReport report) throws IOException {
    emitter.send(
        SseEmitter.event().name(report.kind().word()).data(report, MediaType.APPLICATION_JSON));
  }
}
