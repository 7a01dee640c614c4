package org.defter.localstack.command;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.defter.core.log.NotProven;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.defter.core.value.InvalidValue;
import org.defter.localstack.audit.Auditor;
import org.defter.localstack.audit.Auditor.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code defter audit}. */
@Command(
    name = "audit",
    description = {
      "Compare every event an archive holds with its signed log, and the log with what was seen of"
          + " it before. Nothing the archive says of itself is believed but its key, the first time.",
      "Keeps the key and the newest checkpoint that held, for the next audit."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all holds",
      "1:something does not hold, and is listed",
      "2:nothing could be said: the archive did not answer, or the command line is wrong",
      "3:the archive does not run"
    })
final class AuditCommand extends StackCommand {
  private static final int DOES_NOT_HOLD = 1;
  private static final int NOTHING_SAID = 2;
  private static final int STEPS = 10;

  @Option(names = "--url", paramLabel = "URL", description = "Another archive than the one here.")
  private @Nullable URI url;

  @Option(
      names = "--key",
      paramLabel = "VKEY",
      description = "The public key of the log, from somewhere you trust. May be given twice.")
  private List<String> keys = List.of();

  @Option(
      names = "--kept",
      paramLabel = "DIR",
      description =
          "Where the key and the last checkpoint that held are kept. Default: audit, in the data"
              + " directory.")
  private @Nullable Path kept;

  @Override
  public Integer call() throws InterruptedException {
    URI archive = url == null ? stack().publicUri() : url;
    Path folder = kept == null ? stack().dataDirectory().resolve("audit") : kept;
    try {
      return audit(new Auditor(archive), folder);
    } catch (NotProven unsigned) {
      out().println("DOES NOT HOLD: the checkpoint of the log: " + unsigned.detail());
      out().flush();
      return DOES_NOT_HOLD;
    } catch (InvalidValue unreadable) {
      err("%s: %s".formatted(unreadable.field(), unreadable.detail()));
      return NOTHING_SAID;
    } catch (IOException silent) {
      err("could not audit %s to the end: %s".formatted(archive, silent));
      return NOTHING_SAID;
    }
  }

  private int audit(Auditor auditor, Path folder) throws IOException, InterruptedException {
    List<VerifierKey> trusted = trusted(auditor, folder.resolve("key"));
    Path checkpoint = folder.resolve("checkpoint");
    SignedNote before =
        Files.exists(checkpoint) ? SignedNote.parse(Files.readString(checkpoint)) : null;
    Verdict verdict = auditor.audit(trusted, before, new Progress()::compared);
    verdict.findings().forEach(finding -> out().println("DOES NOT HOLD: " + finding));
    if (verdict.holds()) {
      Files.writeString(checkpoint, verdict.checkpoint().toString());
      out()
          .printf(
              "all holds: %,d events are what entered the log, in their order, and the log is what was signed%s%n",
              verdict.entries(),
              before == null ? "" : " and goes on from the checkpoint seen before");
    } else {
      if (verdict.found() > verdict.findings().size()) {
        out().printf("and %,d more%n", verdict.found() - verdict.findings().size());
      }
      out()
          .printf(
              "findings: %,d, over %,d events. Keep this, tell whoever answers for the archive, and let nobody repair it unseen%n",
              verdict.found(), verdict.entries());
    }
    out().flush();
    return verdict.holds() ? ExitCode.OK : DOES_NOT_HOLD;
  }

  /** The keys given; else those kept; else, the first time, those the archive publishes. */
  private List<VerifierKey> trusted(Auditor auditor, Path file)
      throws IOException, InterruptedException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!keys.isEmpty()) {
      return keys.stream().map(VerifierKey::parse).toList();
    }
    if (Files.exists(file)) {
      return Files.readString(file).lines().map(VerifierKey::parse).toList();
    }
    List<VerifierKey> published = auditor.publishedKeys();
    String text = published.stream().map(VerifierKey::toString).collect(Collectors.joining("\n"));
    Files.writeString(file, text + "\n");
    out()
        .printf(
            "the archive says its key is %s%nkept in %s: compare it with what the archive's people tell you%n",
            text, file);
    return published;
  }

  /** A line whenever another tenth of a long log is compared. */
  private final class Progress {
    private static final long LONG = 50_000;
    private long next = LONG;

    void compared(long entries) {
      if (entries >= next) {
        out().printf("%,d entries compared%n", entries);
        out().flush();
        next = Math.max(entries + LONG, entries / STEPS * (STEPS + 1));
      }
    }
  }
}
