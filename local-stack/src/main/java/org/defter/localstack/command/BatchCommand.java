package org.defter.localstack.command;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "batch",
    description = {
      "Look after batches: imports, mass corrections, undoings.",
      "Nothing is ever deleted: undoing a batch adds what takes it back, and can be undone itself."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every row is carried out",
      "1:some rows are not, and are listed; the others are",
      "2:the batch broke off, no row is carried out, the archive refused it, or the command line is"
          + " wrong",
      "3:the archive does not run"
    })
final class BatchCommand extends ArchiveCommand {

  private static final String UNANSWERED =
      "lost the archive; what is done stays done, `defter batch list` says how far it has got";

  /** Without a subcommand there is nothing to do but to say what there is. */
  @Override
  public Integer call() {
    throw new ParameterException(
        commandLine(), "say what to do with batches: list, show, carry-out, stop, resume or undo");
  }

  @Command(name = "list", description = "The newest batches, and how they stand.")
  int list(
      @Option(
              names = "--size",
              paramLabel = "N",
              defaultValue = "20",
              description = "How many. Default: ${DEFAULT-VALUE}.")
          int size)
      throws InterruptedException {
    return ask(
        UNANSWERED,
        client -> {
          client.newest(size).forEach(this::printLine);
          return ExitCode.OK;
        });
  }

  private void printLine(JsonNode batch) {
    JsonNode rows = batch.path("rows");
    out()
        .printf(
            "%s  %-10s  %-11s  %,9d of %,9d rows  %s  %s%s%s%n",
            batch.path("id").asString(""),
            batch.path("kind").asString(""),
            batch.path("state").asString(""),
            rows.path("done").asLong(0),
            rows.path("total").asLong(0),
            batch.path("submitted").asString(""),
            batch.path("actor").path("id").asString(""),
            batch.path("dryRun").asBoolean(false) ? "  dry run" : "",
            batch.hasNonNull("undoneBy") ? "  undone" : "");
    out().flush();
  }

  @Command(name = "show", description = "What became of a batch, or how far it has got.")
  int show(@Parameters(paramLabel = "BATCH") String batch) throws InterruptedException {
    return ask(
        UNANSWERED,
        client -> {
          BatchSummary summary = new BatchSummary(client.report(batch));
          summary.print(out());
          return summary.exitCode();
        });
  }

  @Command(
      name = "carry-out",
      description = {
        "Carry out what a dry run showed, with the files that were sent for it, and wait for its"
            + " end.",
        "They are kept for a day. What somebody changed since is listed, and left as it is."
      })
  int carryOut(@Parameters(paramLabel = "BATCH") String batch) throws InterruptedException {
    return ask(UNANSWERED, client -> follow(client, client.ask(batch, "carry-out")));
  }

  @Command(
      name = "stop",
      description = "End a batch after the rows it is at. What is done stays done.")
  int stop(@Parameters(paramLabel = "BATCH") String batch) throws InterruptedException {
    return ask(
        UNANSWERED,
        client -> {
          follow(client, client.ask(batch, "stop"));
          return ExitCode.OK;
        });
  }

  @Command(
      name = "resume",
      description = "Have a batch go on after the last row that is done, and wait for its end.")
  int resume(@Parameters(paramLabel = "BATCH") String batch) throws InterruptedException {
    return ask(UNANSWERED, client -> follow(client, client.ask(batch, "resume")));
  }

  @Command(
      name = "undo",
      description = {
        "Take back everything a batch did, as a batch of its own, and wait for its end.",
        "What somebody touched since is listed, and left as it is."
      })
  int undo(
      @Parameters(paramLabel = "BATCH") String batch,
      @Option(names = "--dry-run", description = "Decide everything, store nothing.")
          boolean dryRun)
      throws InterruptedException {
    return ask(UNANSWERED, client -> follow(client, client.ask(batch, "undo?dryRun=" + dryRun)));
  }

  private int follow(BatchClient client, String batch)
      throws BatchClient.Failed, IOException, InterruptedException {
    BatchSummary summary =
        new BatchSummary(new BatchFollowing(client, out(), this::err).toTheEnd(batch));
    summary.print(out());
    return summary.exitCode();
  }
}
