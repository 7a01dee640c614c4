package org.defter.localstack.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import org.defter.localstack.PartStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
    name = "import",
    description = {
      "Take in a table of facts (CSV) and the text they come from.",
      "Sending the same files again changes nothing; after an interruption it completes the import."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every row is in, or was before",
      "1:some rows were refused, and are listed; the others are in",
      "2:the import failed, or every row was refused, or the command line is wrong",
      "3:the archive does not run"
    })
final class ImportCommand extends StackCommand {
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
  private static final Duration SERVICE_MAY_BE_AWAY = Duration.ofSeconds(90);
  private static final int MINUTES_UNTIL_VISIBLE = 10;

  @Parameters(
      paramLabel = "FACTS.csv",
      description =
          "Columns, by name, in any order: quote, subject, property, value, datatype;"
              + " and where there are any: id, paragraph, valid, qualifiers, note.")
  private @Nullable Path facts;

  @Option(
      names = "--source",
      required = true,
      paramLabel = "ESSAY.txt",
      description = "The text that the quotes are in.")
  private @Nullable Path source;

  @Option(names = "--source-id", paramLabel = "ID", description = "Default: from the file's name.")
  private @Nullable String sourceId;

  @Option(names = "--title", description = "Of the source. Default: the file's name.")
  private @Nullable String title;

  @Option(
      names = "--language",
      paramLabel = "TAG",
      description = "Of the source, for example ru. Default: not known.")
  private @Nullable String language;

  @Option(
      names = "--subjects",
      paramLabel = "FILE",
      description = "What to register subjects as: CSV with id, kind, name, language, used.")
  private @Nullable Path subjects;

  @Option(names = "--dry-run", description = "Decide everything, store nothing.")
  private boolean dryRun;

  @Option(
      names = "--actor",
      paramLabel = "ID",
      defaultValue = "${sys:user.name}",
      description = "Who imports. Default: ${DEFAULT-VALUE}.")
  private String actor = "";

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "Another archive than the one in the data directory.")
  private @Nullable URI url;

  @Override
  public Integer call() throws InterruptedException {
    LocalStack stack = url == null ? stack() : null;
    if (stack != null && !runs(stack)) {
      err("the archive in %s does not run: `defter up` starts it".formatted(stack.dataDirectory()));
      return ExitCode.PART_DOWN;
    }
    ImportClient client =
        stack == null
            ? new ImportClient(given(url), given(url))
            : new ImportClient(stack.ingestUri(), stack.publicUri());
    try {
      String id = client.submit(files(), fields(), actor);
      JsonNode report = follow(client, id);
      awaitVisible(client, report);
      ImportSummary summary = new ImportSummary(report);
      summary.print(out());
      return summary.exitCode();
    } catch (ImportClient.Failed failed) {
      err(String.valueOf(failed.getMessage()));
    } catch (IOException broken) {
      err(
          "cannot send the files, or lost the archive: %s; send them again: what is in already is recognised"
              .formatted(broken));
    }
    return ImportSummary.NOTHING_DONE;
  }

  private static boolean runs(LocalStack stack) {
    return stack.status().stream()
        .anyMatch(
            part -> part.part() == Part.INGEST_SERVICE && part.state() == PartStatus.State.RUNNING);
  }

  private Map<String, Path> files() throws IOException {
    Map<String, Path> files = new LinkedHashMap<>();
    files.put("facts", given(facts));
    files.put("source", given(source));
    if (subjects != null) {
      files.put("subjects", subjects);
    }
    for (Path file : files.values()) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new IOException("cannot read " + file);
      }
    }
    return files;
  }

  private Map<String, String> fields() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("dryRun", Boolean.toString(dryRun));
    putIfGiven(fields, "sourceId", sourceId);
    putIfGiven(fields, "sourceTitle", title);
    putIfGiven(fields, "language", language);
    return fields;
  }

  private static void putIfGiven(Map<String, String> fields, String name, @Nullable String value) {
    if (value != null) {
      fields.put(name, value);
    }
  }

  private static <T> T given(@Nullable T option) {
    if (option == null) {
      throw new IllegalStateException("picocli insists on it");
    }
    return option;
  }

  /** Until it has ended. The service may be killed and started again meanwhile. */
  private JsonNode follow(ImportClient client, String id)
      throws ImportClient.Failed, IOException, InterruptedException {
    try (ImportProgress progress = ImportProgress.on(out())) {
      long lastHeard = System.nanoTime();
      while (true) {
        try {
          JsonNode report = client.report(id);
          lastHeard = System.nanoTime();
          progress.at(report);
          if (report.path("state").asString("").matches("finished|failed")) {
            return report;
          }
        } catch (IOException away) {
          if (System.nanoTime() - lastHeard > SERVICE_MAY_BE_AWAY.toNanos()) {
            throw away;
          }
        }
        Thread.sleep(BETWEEN_LOOKS);
      }
    }
  }

  private void awaitVisible(ImportClient client, JsonNode report) throws InterruptedException {
    List<String> receipts = new ArrayList<>();
    report.path("receipts").forEach(receipt -> receipts.add(receipt.asString("")));
    if (receipts.isEmpty()) {
      return;
    }
    try {
      for (int minute = 0; minute < MINUTES_UNTIL_VISIBLE; minute++) {
        if (client.visible(receipts)) {
          return;
        }
        out().println("stored; waiting until readers see it");
        out().flush();
      }
      err(
          "stored, but readers do not see it yet: `defter status` says how far the projections are");
    } catch (ImportClient.Failed refused) {
      err("stored, but whether readers see it is not known: " + refused.getMessage());
    } catch (IOException unanswered) {
      err("stored, but whether readers see it is not known: the query service does not answer");
    }
  }
}
