package org.defter.ingest.imports;

import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends an import's report to somebody whenever it changes, five times a second at most. */
final class ImportWatch implements Runnable {

  private static final Duration AT_LEAST_BETWEEN = Duration.ofMillis(200);

  /** A sign of life this often, to notice that the other side has gone. */
  private static final Duration SIGN_OF_LIFE = Duration.ofSeconds(10);

  private final ImportJob job;
  private final SseEmitter emitter;

  ImportWatch(ImportJob job, SseEmitter emitter) {
    this.job = job;
    this.emitter = emitter;
  }

  @Override
  public void run() {
    try {
      ImportReport seen = job.report();
      send(emitter, seen);
      while (!seen.state().ended()) {
        Thread.sleep(AT_LEAST_BETWEEN);
        ImportReport news = job.awaitNews(seen, SIGN_OF_LIFE);
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

  /** Sends the one report there will be of an import that has ended. */
  static Runnable last(SseEmitter emitter, ImportReport ended) {
    return () -> {
      try {
        send(emitter, ended);
        emitter.complete();
      } catch (IOException gone) {
        emitter.completeWithError(gone);
      }
    };
  }

  private static void send(SseEmitter emitter, ImportReport report) throws IOException {
    emitter.send(SseEmitter.event().name("import").data(report, MediaType.APPLICATION_JSON));
  }
}
