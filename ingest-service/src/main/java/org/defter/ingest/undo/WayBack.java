package org.defter.ingest.undo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.defter.core.decision.Reason;
import org.defter.core.fact.Citation;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.Fact;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CiteSource;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.ReinstateFact;
import org.defter.core.fact.FactCommand.RetractFact;
import org.defter.core.fact.FactCommand.ValidTime;
import org.defter.core.fact.FactCommand.WithdrawCitation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.ingest.batch.StoredRows.Span;
import org.jspecify.annotations.Nullable;

/** What leads a fact back to where it was before a batch. */
sealed interface WayBack {

  /**
   * These commands, in this order, each for the version the one before leaves.
   *
   * @param from the version the fact is at
   */
  record By(long from, List<FactCommand> commands) implements WayBack {
    public By {
      commands = List.copyOf(commands);
    }
  }

  /**
   * None: somebody changed the fact after the batch, or between two of its rows.
   *
   * @param left the version the batch left it at
   * @param now the version it is at
   */
  record TouchedSince(long left, long now) implements WayBack {}

  /**
   * Finds the way.
   *
   * @param spans what the batch did to the fact, in order; at least one
   * @param events all events of the fact
   */
  static WayBack of(List<Span> spans, List<FactEvent> events, Reason reason) {
    long at = spans.getFirst().before();
    for (Span span : spans) {
      if (span.before() != at) {
        return new TouchedSince(spans.getLast().after(), events.size());
      }
      at = span.after();
    }
    if (at != events.size()) {
      return new TouchedSince(at, events.size());
    }
    Fact now = Objects.requireNonNull(state(events));
    Fact before = state(events.subList(0, (int) spans.getFirst().before()));
    return new By(now.version(), new Steps(now, reason).backTo(before));
  }

  private static @Nullable Fact state(List<FactEvent> events) {
    Fact fact = null;
    for (FactEvent event : events) {
      fact = Fact.evolve(fact, event);
    }
    return fact;
  }

  /** The commands, as they are found one by one. */
  final class Steps {
    private final Fact now;
    private final Reason reason;
    private final List<FactCommand> commands = new ArrayList<>();

    private Steps(Fact now, Reason reason) {
      this.now = now;
      this.reason = reason;
    }

    /**
     * @param before null when the fact was not there: then it is to count no more
     */
    private List<FactCommand> backTo(@Nullable Fact before) {
      boolean counted = before != null && before.standing().counts();
      if (before != null && !now.statement().equals(before.statement())) {
        count();
        correct(before.statement());
        cite(before.statement());
        withdraw(before.statement());
      } else if (counted) {
        count();
      }
      if (!counted && (now.standing() != Standing.RETRACTED || !commands.isEmpty())) {
        commands.add(new RetractFact(now.id(), next(), reason));
      }
      return commands;
    }

    private long next() {
      return now.version() + commands.size();
    }

    private void count() {
      if (!now.standing().counts()) {
        commands.add(new ReinstateFact(now.id(), next(), reason));
      }
    }

    private void correct(Statement before) {
      Statement after = now.statement();
      Changes changes =
          new Changes(
              changed(after.subject(), before.subject()),
              changed(after.property(), before.property()),
              changed(after.value(), before.value()),
              changed(after.qualifiers(), before.qualifiers()),
              Objects.equals(after.valid(), before.valid()) ? null : new ValidTime(before.valid()),
              changed(after.certainty(), before.certainty()),
              List.of());
      if (!changes.equals(new Changes(null, null, null, null, null, null, List.of()))) {
        commands.add(new CorrectFact(now.id(), next(), changes, reason));
      }
    }

    private static <T> @Nullable T changed(T after, T before) {
      return after.equals(before) ? null : before;
    }

    /** Before any is withdrawn: a fact keeps at least one. */
    private void cite(Statement before) {
      for (Citation citation : before.citations()) {
        if (now.statement().citations().stream().noneMatch(citation::pointsAtSameWordsAs)) {
          commands.add(new CiteSource(now.id(), next(), draft(citation)));
        }
      }
    }

    private static CitationDraft draft(Citation citation) {
      Passage words = citation.passage();
      return new CitationDraft(
          citation.source(),
          words.revision(),
          new Quote(words.exact(), null, null, null, words.start()),
          citation.note(),
          citation.confidence());
    }

    private void withdraw(Statement before) {
      for (Citation citation : now.statement().citations()) {
        if (before.citations().stream().noneMatch(citation::pointsAtSameWordsAs)) {
          commands.add(new WithdrawCitation(now.id(), next(), citation.number(), reason));
        }
      }
    }
  }
}
