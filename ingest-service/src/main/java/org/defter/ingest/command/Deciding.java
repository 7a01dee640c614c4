package org.defter.ingest.command;

import java.util.function.Supplier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.defter.core.ArchiveCommand;
import org.defter.core.correction.CorrectionCommand;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.event.Receipt;
import org.defter.core.fact.FactCommand;
import org.defter.core.finding.FindingCommand;
import org.defter.core.property.PropertyCommand;
import org.defter.core.source.SourceCommand;
import org.defter.core.subject.SubjectCommand;

/** The seam between the core's decisions and Axon's aggregates. */
public final class Deciding {

  private Deciding() {}

  /**
   * Applies what was decided about an aggregate that exists.
   *
   * @param receipt of the last event applied
   */
  public static Outcome apply(
      Decision<? extends ArchiveEvent> decision, Supplier<Receipt> receipt) {
    return switch (decision) {
      case Decision.Refused(Refusal refusal) -> new Outcome.Refused(refusal);
      case Decision.Accepted(var events) -> {
        events.forEach(AggregateLifecycle::apply);
        yield new Outcome.Done(receipt.get());
      }
    };
  }

  /**
   * Applies what was decided about an aggregate that is being created. A refusal is thrown, so that
   * Axon forgets the aggregate that does not come to be.
   *
   * @throws ThrownRefusal when it is refused
   */
  public static Outcome create(
      Decision<? extends ArchiveEvent> decision, Supplier<Receipt> receipt) {
    Outcome outcome = apply(decision, receipt);
    if (outcome instanceof Outcome.Refused(Refusal refusal)) {
      throw new ThrownRefusal(refusal);
    }
    return outcome;
  }

  /** What must be there before a command. */
  enum Before {
    /** Nothing: it brings its aggregate into being. */
    NOTHING,
    /** Its aggregate. */
    IT,
    /** Either will do. */
    EITHER
  }

  /** What must be there before this command. */
  static Before before(ArchiveCommand command) {
    return switch (command) {
      case FactCommand.RecordFact _ -> Before.NOTHING;
      case SourceCommand.DepositSource _ -> Before.NOTHING;
      case SubjectCommand.RegisterSubject _ -> Before.NOTHING;
      case PropertyCommand.DefineProperty _ -> Before.NOTHING;
      case CorrectionCommand.ProposeCorrection _ -> Before.NOTHING;
      case FindingCommand.LetBothStand _ -> Before.EITHER;
      case CorrectionCommand _,
          FactCommand _,
          FindingCommand _,
          SourceCommand _,
          SubjectCommand _,
          PropertyCommand _ ->
          Before.IT;
    };
  }
}
