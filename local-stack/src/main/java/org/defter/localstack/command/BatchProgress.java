package org.defter.localstack.command;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Shows how far a batch has got: as a bar on a terminal, as a line now and then elsewhere. */
interface BatchProgress extends AutoCloseable {

  /** Takes in a report. */
  void at(JsonNode report);

  @Override
  void close();

  /** The one that suits where this command prints. */
  static BatchProgress on(PrintWriter out) {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal).isPresent()
        ? new Bar()
        : new Lines(out);
  }

  /** A bar, on the standard error stream. */
  final class Bar implements BatchProgress {
    private final ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("rows")
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(200)
            .showSpeed()
            .build();

    @Override
    public void at(JsonNode report) {
      long total = report.path("rows").path("total").asLong(0);
      if (total > 0) {
        bar.maxHint(total);
      }
      bar.stepTo(report.path("rows").path("done").asLong(0));
      bar.setExtraMessage(report.path("state").asString(""));
    }

    @Override
    public void close() {
      bar.close();
    }
  }

  /** A line whenever the state changes or another tenth of the rows is done. */
  final class Lines implements BatchProgress {
    private final PrintWriter out;
    private @Nullable String last;

    Lines(PrintWriter out) {
      this.out = out;
    }

    @Override
    public void at(JsonNode report) {
      long total = report.path("rows").path("total").asLong(0);
      long done = report.path("rows").path("done").asLong(0);
      String state = report.path("state").asString("");
      String step = state + (total == 0 ? 0 : done * 10 / total);
      if (!step.equals(last)) {
        last = step;
        out.println("%s, %,d of %,d rows".formatted(state, done, total));
        out.flush();
      }
    }

    @Override
    public void close() {
      out.flush();
    }
  }
}
