package org.defter.query.finding;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.defter.query.DefterProperties;
import org.defter.query.read.ReadModel;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * The pairs that are open, kept in memory and brought up to date in the background, so that whoever
 * asks waits for little: each question brings in what was written since.
 */
@Component
final class OpenFindings implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(OpenFindings.class);
  private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final ReadModel readModel;
  private final Duration pause;
  private @Nullable Watch watch;
  private volatile Map<Kind, Open> lately = Map.of();
  private volatile @Nullable Thread background;

  OpenFindings(ReadModel readModel, DefterProperties properties) {
    this.readModel = readModel.whole();
    Duration refresh = properties.projection().refreshInterval();
    this.pause = refresh.compareTo(SHORTEST_PAUSE) > 0 ? refresh : SHORTEST_PAUSE;
  }

  /**
   * What is open.
   *
   * @param complete whether these are all
   */
  record Open(List<FoundPair> pairs, MergedSubjects merged, boolean complete) {}

  /** As it was found last, about a second ago: nobody waits for it but the very first. */
  Open lately(Kind kind) {
    if (lately.isEmpty()) {
      catchUp();
    }
    return Objects.requireNonNull(lately.get(kind));
  }

  /** Brings in all that was written to the indexes before this call, whether refreshed or not. */
  synchronized void catchUp() {
    Marks now = Marks.now(readModel, Watch.READ);
    Watch found = watch;
    // Whatever fails halfway leaves nothing behind: the next one begins anew.
    watch = null;
    if (found == null || !found.isOf(now)) {
      refresh();
      found = Watch.begin(readModel, now);
      lately = found.open();
    } else if (found.isBehind(now)) {
      refresh();
      found.goOn(now);
      lately = found.open();
    }
    watch = found;
  }

  private void refresh() {
    List<String> aliases = Watch.READ.stream().map(Index::alias).toList();
    readModel.ask(client -> client.indices().refresh(refresh -> refresh.index(aliases)));
  }

  @Override
  public void start() {
    background = Thread.ofPlatform().name("open-findings").daemon().start(this::keepUp);
  }

  private void keepUp() {
    boolean failing = false;
    while (!Thread.currentThread().isInterrupted()) {
      try {
        catchUp();
        failing = false;
      } catch (RuntimeException notNow) {
        if (!failing) {
          LOG.warn("contradictions are not watched for the moment", notNow);
        }
        failing = true;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException ended) {
        return;
      }
    }
  }

  @Override
  public void stop() {
    Thread ending = background;
    background = null;
    if (ending == null) {
      return;
    }
    ending.interrupt();
    try {
      if (!ending.join(PATIENCE)) {
        LOG.warn("the watch over contradictions has not ended in {}", PATIENCE);
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return background != null;
  }
}
