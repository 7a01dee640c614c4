package org.defter.localstack.command;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.defter.audit.Auditor;
import org.defter.audit.Auditor.Verdict;
import org.defter.audit.ElasticsearchConnection;
import org.defter.audit.Entered;
import org.defter.audit.IndexAudit;
import org.defter.audit.IndexDocuments;
import org.defter.audit.LogClient;
import org.defter.core.log.NotProven;
import org.defter.core.log.NoteSignature;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.VerifierKey;
import org.defter.core.value.InvalidValue;
import org.defter.identity.Role;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code defter audit}. */
@Command(
    name = "audit",
    description = {
      "Compare every event an archive holds with its signed log, and the log with what was seen of"
          + " it before. Nothing the archive says of itself is believed but its key, the first time.",
      "With --index, also every document of the search index with what the log says it should be.",
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
      paramLabel = "KEY",
      description = {
        "A public key you trust: name+hash+base64, or a file with one on each line. That of the",
        "archive must be among them; of those of witnesses is said whether they saw this log."
      })
  private List<String> keys = List.of();

  @Option(
      names = "--kept",
      paramLabel = "DIR",
      description =
          "Where the key and the last checkpoint that held are kept. Default: audit, in the data"
              + " directory.")
  private @Nullable Path kept;

  @Option(names = "--index", description = "Also compare the search index with the log.")
  private boolean index;

  @Option(
      names = "--elasticsearch",
      paramLabel = "URL",
      description = "Where the search index is. Default: that of the archive here.")
  private @Nullable URI elasticsearch;

  @Override
  public Integer call() throws InterruptedException {
    if (index && url != null && elasticsearch == null) {
      throw new ParameterException(
          commandLine(), "--index of another archive needs --elasticsearch, where its index is");
    }
    URI archive = url == null ? stack().publicUri() : url;
    Path folder = kept == null ? stack().dataDirectory().resolve("audit") : kept;
    try {
      String token = token(url, System.getProperty("user.name"), Role.AUDITOR);
      return audit(new LogClient(archive, token), folder);
    } catch (NotProven unsigned) {
      say("DOES NOT HOLD: the checkpoint of the log: " + unsigned.detail());
      return DOES_NOT_HOLD;
    } catch (InvalidValue unreadable) {
      err("%s: %s".formatted(unreadable.field(), unreadable.detail()));
      return NOTHING_SAID;
    } catch (IOException silent) {
      err("could not audit %s to the end: %s".formatted(archive, silent));
      return NOTHING_SAID;
    }
  }

  private int audit(LogClient log, Path folder) throws IOException, InterruptedException {
    Auditor auditor = new Auditor(log);
    List<VerifierKey> trusted = trusted(auditor, folder.resolve("key"));
    if (!index) {
      return logHolds(auditor, trusted, folder, _ -> {}).holds() ? ExitCode.OK : DOES_NOT_HOLD;
    }
    URI address = elasticsearch == null ? stack().elasticsearchUri() : elasticsearch;
    try (ElasticsearchClient client = ElasticsearchConnection.open(address);
        IndexAudit audit =
            new IndexAudit(
                new IndexDocuments(client, Index::alias), EnumSet.allOf(Index.class), folder)) {
      Verdict logged = logHolds(auditor, trusted, folder, audit::expect);
      IndexAudit.Verdict indexed = audit.finish(log, logged.entries(), this::say);
      list(indexed.findings(), indexed.found());
      say(
          indexed.holds()
              ? "the index holds: %,d documents are what the log says, and there are no others"
                  .formatted(indexed.documents())
              : "findings in the index: %,d, over %,d documents. `defter rebuild` makes an index anew from the log"
                  .formatted(indexed.found(), indexed.documents()));
      return logged.holds() && indexed.holds() ? ExitCode.OK : DOES_NOT_HOLD;
    } catch (ElasticsearchException refused) {
      throw new IOException("Elasticsearch at " + address + " refuses", refused);
    }
  }

  private Verdict logHolds(
      Auditor auditor, List<VerifierKey> trusted, Path folder, Consumer<Entered> reader)
      throws IOException, InterruptedException {
    Path checkpoint = folder.resolve("checkpoint");
    SignedNote before =
        Files.exists(checkpoint) ? SignedNote.parse(Files.readString(checkpoint)) : null;
    Verdict verdict = auditor.audit(trusted, before, reader, new Progress()::compared);
    list(verdict.findings(), verdict.found());
    if (verdict.holds()) {
      Files.writeString(checkpoint, verdict.checkpoint().toString());
      say(
          "all holds: %,d events are what entered the log, in their order, and the log is what was signed%s"
              .formatted(
                  verdict.entries(),
                  before == null ? "" : " and goes on from the checkpoint seen before"));
      sayWitnesses(verdict.checkpoint(), trusted);
    } else {
      say(
          "findings: %,d, over %,d events. Keep this, tell whoever answers for the archive, and let nobody repair it unseen"
              .formatted(verdict.found(), verdict.entries()));
    }
    return verdict;
  }

  private void list(List<String> findings, long found) {
    findings.forEach(finding -> say("DOES NOT HOLD: " + finding));
    if (found > findings.size()) {
      say("and %,d more".formatted(found - findings.size()));
    }
  }

  private void sayWitnesses(SignedNote checkpoint, List<VerifierKey> trusted) {
    List<NoteSignature> signatures = checkpoint.verified(trusted);
    for (VerifierKey key : trusted) {
      if (key.type() == SignatureType.COSIGNATURE) {
        say(
            signatures.stream()
                .filter(signature -> signature.key().equals(key.id()))
                .findFirst()
                .map(seen -> key.name() + " saw this log at " + seen.cosignedAt())
                .orElse(key.name() + " has not cosigned this checkpoint: audit again"));
      }
    }
  }

  /** The keys given; else those kept; else, the first time, those the archive publishes. */
  private List<VerifierKey> trusted(Auditor auditor, Path file)
      throws IOException, InterruptedException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    if (!keys.isEmpty()) {
      return GivenKeys.read(keys, commandLine());
    }
    if (Files.exists(file)) {
      return Files.readString(file).lines().map(VerifierKey::parse).toList();
    }
    List<VerifierKey> published = auditor.publishedKeys();
    String text = published.stream().map(VerifierKey::toString).collect(Collectors.joining("\n"));
    Files.writeString(file, text + "\n");
    say("the archive says its key is " + text);
    say("kept in %s: compare it with what the archive's people tell you".formatted(file));
    return published;
  }

  /** A line whenever another tenth of a long log is compared. */
  private final class Progress {
    private static final long LONG = 50_000;
    private long next = LONG;

    void compared(long entries) {
      if (entries >= next) {
        say("%,d entries compared".formatted(entries));
        next = Math.max(entries + LONG, entries / STEPS * (STEPS + 1));
      }
    }
  }
}
