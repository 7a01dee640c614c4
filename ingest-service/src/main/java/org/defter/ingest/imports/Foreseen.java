package org.defter.ingest.imports;

import java.util.List;
import java.util.stream.Stream;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.FactCommand.CiteSource;
import org.defter.core.fact.FactCommand.CorrectFact;
import org.defter.core.fact.FactCommand.Draft;
import org.defter.core.fact.FactCommand.RecordFact;
import org.defter.core.fact.FactCommand.ValidTime;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.FactEvent.CitationAdded;
import org.defter.core.fact.FactEvent.FactCorrected;
import org.defter.core.fact.FactEvent.FactRecorded;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.jspecify.annotations.Nullable;

/**
 * What a row asks the archive to do, and the event that will come of it: the rows after it are
 * matched with that event before the command has run.
 */
record Foreseen(FactCommand command, FactEvent event) {

  /**
   * The step a match leads to.
   *
   * @param known holds the fact that is matched
   * @return null when there is nothing to do
   */
  static @Nullable Foreseen of(Claim claim, Match match, KnownFacts known) {
    return switch (match) {
      case Match.Unchanged _ -> null;
      case Match.Cites(var fact) -> cites(claim, known.fact(fact).now().statement(), fact);
      case Match.Dates dates -> dates(claim, known.fact(dates.fact()).now().statement(), dates);
      case Match.New _ -> records(claim);
    };
  }

  private static Foreseen records(Claim claim) {
    Draft draft =
        new Draft(
            claim.key().subject(),
            claim.key().property(),
            claim.key().value(),
            claim.qualifiers(),
            claim.valid(),
            null,
            List.of(claim.draft()),
            null);
    Statement statement =
        new Statement(
            claim.key().subject(),
            claim.key().property(),
            claim.key().value(),
            claim.qualifiers(),
            claim.valid(),
            Certainty.CERTAIN,
            List.of(claim.citation(1)),
            null);
    return new Foreseen(
        new RecordFact(claim.id(), draft),
        new FactRecorded(claim.id(), statement, Standing.ACCEPTED));
  }

  private static Foreseen cites(Claim claim, Statement before, FactId fact) {
    Citation citation = claim.citation(nextNumber(before));
    return new Foreseen(
        new CiteSource(fact, null, claim.draft()),
        new CitationAdded(
            fact,
            after(before, before.valid(), Stream.of(citation)),
            Standing.ACCEPTED,
            citation.number()));
  }

  /** Asks for the version it was matched at: whoever changed the fact since is not overwritten. */
  private static Foreseen dates(Claim claim, Statement before, Match.Dates match) {
    Reason reason =
        new Reason(
            ReasonType.BETTER_SOURCE,
            "a passage imported from '%s' says when it held".formatted(claim.source().value()));
    List<CitationDraft> cite = match.cited() ? List.of() : List.of(claim.draft());
    Changes changes = new Changes(null, null, null, null, new ValidTime(claim.valid()), null, cite);
    Statement after =
        after(
            before,
            claim.valid(),
            match.cited() ? Stream.of() : Stream.of(claim.citation(nextNumber(before))));
    return new Foreseen(
        new CorrectFact(match.fact(), match.version(), changes, reason),
        new FactCorrected(match.fact(), after, Standing.ACCEPTED, reason));
  }

  private static int nextNumber(Statement before) {
    return before.citations().isEmpty() ? 1 : before.citations().getLast().number() + 1;
  }

  private static Statement after(Statement before, @Nullable Edtf valid, Stream<Citation> further) {
    List<Citation> citations = Stream.concat(before.citations().stream(), further).toList();
    return new Statement(
        before.subject(),
        before.property(),
        before.value(),
        before.qualifiers(),
        valid,
        before.certainty(),
        citations,
        citations.isEmpty() ? before.uncitedReason() : null);
  }
}
