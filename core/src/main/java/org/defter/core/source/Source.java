package org.defter.core.source;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.defter.core.Archive;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.decision.Version;
import org.defter.core.detail.Detail;
import org.defter.core.id.SourceId;
import org.jspecify.annotations.Nullable;

/**
 * A document the archive holds or describes.
 *
 * @param id its name
 * @param description what is said of it
 * @param transcriptions every revision, oldest first; empty while there is none
 * @param rule who may correct what is cited from it; null where that is left to the sources above
 * @param version how many events led here
 */
public record Source(
    SourceId id,
    SourceDescription description,
    List<Transcription> transcriptions,
    @Nullable CorrectionRule rule,
    long version) {

  /** What follows from a command. */
  public static Decision<SourceEvent> decide(
      @Nullable Source state, SourceCommand command, Archive archive) {
    return switch (command) {
      case SourceCommand.DepositSource deposit ->
          state == null
              ? deposit(deposit, archive)
              : Decision.refuse(new Refusal.AlreadyExists(deposit.id()));
      case SourceCommand.ReviseTranscription revise ->
          state == null ? Decision.refuse(new Refusal.NotFound(revise.id())) : state.revise(revise);
      case SourceCommand.SetCorrectionRule set ->
          state == null ? Decision.refuse(new Refusal.NotFound(set.id())) : state.set(set);
    };
  }

  private static Decision<SourceEvent> deposit(
      SourceCommand.DepositSource command, Archive archive) {
    SourceId parent = command.description().parent();
    if (parent != null && !archive.hasSource(parent)) {
      return Decision.refuse(new Refusal.UnknownReference("parent", parent));
    }
    SourceCommand.Reading reading = command.reading();
    Transcription first =
        reading == null ? null : Transcription.of(1, reading.text(), reading.language());
    return Decision.accept(
        new SourceEvent.SourceDeposited(command.id(), command.description(), first));
  }

  private Decision<SourceEvent> revise(SourceCommand.ReviseTranscription command) {
    Refusal stale = Version.check(command.expectedVersion(), version);
    if (stale != null) {
      return Decision.refuse(stale);
    }
    Transcription next =
        Transcription.of(
            transcriptions.size() + 1, command.reading().text(), command.reading().language());
    if (!transcriptions.isEmpty()
        && transcriptions.getLast().sha256().equals(next.sha256())
        && transcriptions.getLast().language().equals(next.language())) {
      return Decision.refuse(
          new Refusal.NothingChanges("text", Detail.of("source.same-transcription")));
    }
    return Decision.accept(
        new SourceEvent.TranscriptionRevised(id, description, next, command.reason()));
  }

  private Decision<SourceEvent> set(SourceCommand.SetCorrectionRule command) {
    Refusal stale = Version.check(command.expectedVersion(), version);
    if (stale != null) {
      return Decision.refuse(stale);
    }
    return Objects.equals(command.rule(), rule)
        ? Decision.refuse(
            new Refusal.NothingChanges(
                "rule", rule == null ? Detail.of("source.no-rule") : Detail.of("source.same-rule")))
        : Decision.accept(
            new SourceEvent.CorrectionRuleSet(
                id, description, transcription(null), command.rule()));
  }

  /**
   * The source after an event.
   *
   * @throws IllegalStateException when the event cannot follow: the log is not in order
   */
  public static Source evolve(@Nullable Source state, SourceEvent event) {
    return switch (event) {
      case SourceEvent.SourceDeposited deposited ->
          new Source(
              deposited.id(),
              deposited.description(),
              Stream.ofNullable(deposited.transcription()).toList(),
              null,
              Version.first(state, deposited.id()));
      case SourceEvent.TranscriptionRevised revised ->
          revised(state, revised, revised.transcription());
      case SourceEvent.TranscriptionRevisedV1 revised ->
          revised(state, revised, revised.transcription());
      case SourceEvent.CorrectionRuleSet set -> {
        Source before = Version.known(state, set.id());
        yield new Source(
            set.id(), set.description(), before.transcriptions(), set.rule(), before.version() + 1);
      }
    };
  }

  private static Source revised(@Nullable Source state, SourceEvent event, Transcription next) {
    Source before = Version.known(state, event.id());
    if (next.revision() != before.transcriptions().size() + 1) {
      throw new IllegalStateException(
          "a transcription revision of %s is missing before revision %d"
              .formatted(event.id().qualified(), next.revision()));
    }
    List<Transcription> all =
        Stream.concat(before.transcriptions().stream(), Stream.of(next)).toList();
    return new Source(event.id(), event.description(), all, before.rule(), before.version() + 1);
  }

  /** A revision of the transcription; null where there is none of that number. */
  public @Nullable Transcription transcription(@Nullable Integer revision) {
    if (transcriptions.isEmpty()) {
      return null;
    }
    if (revision == null) {
      return transcriptions.getLast();
    }
    return revision >= 1 && revision <= transcriptions.size()
        ? transcriptions.get(revision - 1)
        : null;
  }
}
