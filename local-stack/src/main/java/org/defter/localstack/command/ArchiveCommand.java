package org.defter.localstack.command;

import java.io.IOException;
import java.net.URI;
import org.defter.identity.Role;
import org.defter.localstack.LocalStack;
import org.defter.localstack.Part;
import org.defter.localstack.PartStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What every subcommand has that asks an archive something: which one, and in whose name. */
abstract class ArchiveCommand extends StackCommand {
  @Option(
      names = "--actor",
      paramLabel = "ID",
      scope = ScopeType.INHERIT,
      defaultValue = "${sys:user.name}",
      description =
          "Who does it, in the archive here. Default: ${DEFAULT-VALUE}. Of another archive,"
              + " DEFTER_TOKEN says it.")
  private String actor = "";

  @Option(
      names = "--url",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Another archive than the one in the data directory.")
  private @Nullable URI url;

  /** What is asked of the archive; answers an exit code. */
  @FunctionalInterface
  interface Question {
    int put(BatchClient client) throws BatchClient.Failed, IOException, InterruptedException;
  }

  /**
   * Asks the archive.
   *
   * @param unanswered what to do when the archive does not answer
   */
  int ask(String unanswered, Question question) throws InterruptedException {
    BatchClient client = client();
    if (client == null) {
      return ExitCode.PART_DOWN;
    }
    try {
      return question.put(client);
    } catch (BatchClient.Failed failed) {
      err(String.valueOf(failed.getMessage()));
    } catch (IOException broken) {
      err("%s: %s".formatted(unanswered, broken));
    }
    return BatchSummary.NOTHING_DONE;
  }

  /** Null when the archive does not run, which is said. */
  private @Nullable BatchClient client() {
    URI elsewhere = url;
    if (elsewhere != null) {
      return new BatchClient(elsewhere, elsewhere, token(elsewhere, actor, Role.ARCHIVIST));
    }
    LocalStack stack = stack();
    if (runs(stack)) {
      return new BatchClient(
          stack.ingestUri(), stack.publicUri(), token(null, actor, Role.ARCHIVIST));
    }
    err("the archive in %s does not run: `defter up` starts it".formatted(stack.dataDirectory()));
    return null;
  }

  private static boolean runs(LocalStack stack) {
    return stack.status().stream()
        .anyMatch(
            part -> part.part() == Part.INGEST_SERVICE && part.state() == PartStatus.State.RUNNING);
  }
}
