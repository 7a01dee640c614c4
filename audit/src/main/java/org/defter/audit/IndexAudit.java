package org.defter.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.defter.audit.Comparison.Difference;
import org.defter.core.event.ArchiveJson;
import org.defter.core.event.RecordedEvent;
import org.defter.core.log.LoggedEvent;
import org.defter.readmodel.document.DocumentJson;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.projection.Change;
import org.defter.readmodel.projection.Projector;
import org.defter.readmodel.projection.PublishedEvent;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Compares indexes with what the log projects to: every document, by its digest, in both
 * directions. What is noted of each is kept in files, so that memory does not grow with the
 * archive; what happens meanwhile does not disturb it.
 *
 * <p>To be told every entry of the log in its order, and {@link #finish} after the last.
 */
public final class IndexAudit implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(1);

  /**
   * How often differences that do not become fewer are looked at again: something may be happening.
   */
  private static final int LOOKS = 5;

  /** How long an index that is behind may stand still. */
  private static final int PATIENCE_SECONDS = 20;

  private final IndexDocuments documents;
  private final Set<Index> indexes;
  private final Path folder;
  private final Sheet expected;
  private final Sheet there;
  private final List<String> unreadable = new ArrayList<>();

  /**
   * @param indexes which are compared
   * @param scratch a folder for some hundred bytes of each document, emptied again
   */
  public IndexAudit(IndexDocuments documents, Set<Index> indexes, Path scratch) throws IOException {
    this.documents = documents;
    this.indexes = indexes;
    Files.createDirectories(scratch);
    this.folder = Files.createTempDirectory(scratch, "index-audit-");
    this.expected = new Sheet(folder, "expected");
    this.there = new Sheet(folder, "there");
  }

  /** Told how far it has come, in words. */
  @FunctionalInterface
  public interface Progress {
    void say(String words);
  }

  /**
   * What was found.
   *
   * @param documents how many there are in the indexes
   * @param findings what does not hold, a thousand or so at most
   * @param found how much does not hold
   */
  public record Verdict(long documents, List<String> findings, long found) {
    public boolean holds() {
      return found == 0;
    }
  }

  /** An entry of the log. What it says is believed: that it is what entered is another's audit. */
  public void expect(Entered entry) {
    expect(entry, false);
  }

  private void expect(Entered entry, boolean late) {
    String event = entry.event();
    if (event == null) {
      return; // gone from the store, which is found there
    }
    try {
      for (Change change : Projector.project(published(event, entry.position()))) {
        if (indexes.contains(change.index())) {
          expected.add(note(change, entry.name(), late));
        }
      }
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    } catch (RuntimeException unknown) {
      unreadable.add(
          "this version of Defter cannot read %s: %s"
              .formatted(entry.name(), unknown.getMessage()));
    }
  }

  private static PublishedEvent published(String event, long position) {
    RecordedEvent recorded = LoggedEvent.read(event).recorded();
    return new PublishedEvent(recorded, position, ArchiveJson.write(recorded.event()));
  }

  private static Sheet.Note note(Change change, String name, boolean late) {
    JsonNode body = DocumentJson.mapper().valueToTree(change.body());
    return switch (change) {
      case Change.Put _, Change.Add _ ->
          new Sheet.Note(change.index(), change.id(), late, DocumentDigest.of(body), null, name);
      case Change.Amend _ ->
          new Sheet.Note(change.index(), change.id(), late, null, end(body), name);
    };
  }

  private static @Nullable String end(JsonNode document) {
    return document.path(DocumentDigest.CLOSING).asStringOpt().orElse(null);
  }

  /**
   * Reads the indexes and compares.
   *
   * @param log the log whose entries were told
   * @param size how many of them
   * @throws IOException when Elasticsearch or the archive does not answer
   */
  public Verdict finish(LogClient log, long size, Progress progress)
      throws IOException, InterruptedException {
    List<String> findings = new ArrayList<>(unreadable);
    for (Index index : indexes) {
      String doubled = documents.doubled(index);
      if (doubled != null) {
        findings.add(doubled);
      }
    }
    if (findings.size() > unreadable.size()) {
      return new Verdict(0, findings, findings.size());
    }
    await(size, progress);
    for (Index index : indexes) {
      progress.say(
          "reads the index '%s', %,d documents".formatted(index.alias(), documents.count(index)));
      documents.each(index, (id, document) -> there(index, id, document));
    }
    Comparison comparison = Comparison.of(expected, there);
    long end = size;
    int inVain = 0;
    while (comparison.found() > 0 && inVain < LOOKS) {
      lookAgain(comparison.differences());
      // The log says a little later what the index may say already.
      Thread.sleep(PAUSE.multipliedBy(inVain + 1));
      long before = comparison.found();
      long grown = expectFurther(log, end);
      comparison = Comparison.of(expected, there);
      boolean better = comparison.found() < before;
      if (grown == end && !better) {
        break;
      }
      inVain = better ? 0 : inVain + 1;
      end = grown;
    }
    comparison.differences().stream().map(Difference::said).forEach(findings::add);
    return new Verdict(comparison.documents(), findings, comparison.found() + unreadable.size());
  }

  /** Waits for an index that is behind, as long as it comes nearer. */
  private void await(long size, Progress progress) throws IOException, InterruptedException {
    if (!indexes.contains(Index.EVENTS)) {
      return;
    }
    long last = -1;
    int standing = 0;
    for (long count = documents.count(Index.EVENTS);
        count < size && standing < PATIENCE_SECONDS;
        count = documents.count(Index.EVENTS)) {
      standing = count == last ? standing + 1 : 0;
      if (standing == 0) {
        progress.say("waits for the index, which is behind by %,d".formatted(size - count));
      }
      last = count;
      Thread.sleep(PAUSE);
    }
  }

  /** Has what happened after the entries that were told allowed, too. */
  private long expectFurther(LogClient log, long from) throws IOException, InterruptedException {
    long size = log.size();
    if (size > from) {
      log.entries(from, size, entry -> expect(entry, true));
    }
    return Math.max(size, from);
  }

  private void lookAgain(List<Difference> differences) throws IOException {
    var byIndex =
        differences.stream()
            .collect(
                Collectors.groupingBy(
                    Difference::index, Collectors.mapping(Difference::id, Collectors.toList())));
    for (var some : byIndex.entrySet()) {
      documents.each(
          some.getKey(), some.getValue(), (id, document) -> there(some.getKey(), id, document));
    }
  }

  private void there(Index index, String id, @Nullable JsonNode document) {
    try {
      there.add(
          document == null
              ? new Sheet.Note(index, id, false, null, null, "")
              : new Sheet.Note(index, id, false, DocumentDigest.of(document), end(document), ""));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  @Override
  public void close() throws IOException {
    expected.close();
    there.close();
    Files.deleteIfExists(folder);
  }
}
