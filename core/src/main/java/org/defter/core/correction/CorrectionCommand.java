package org.defter.core.correction;

import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Reason;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.fact.ReviewDecision;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/** What can be asked about corrections that need a second person. */
public sealed interface CorrectionCommand extends ArchiveCommand {

  @Override
  CorrectionId id();

  /**
   * Asks for a change of a fact.
   *
   * @param factVersion the version of the fact it is made for; null for the one it is at
   */
  record ProposeCorrection(
      CorrectionId id, FactId fact, @Nullable Long factVersion, Changes changes, Reason reason)
      implements CorrectionCommand {}

  /**
   * Has it done. Goes before {@link org.defter.core.fact.FactCommand.ApplyCorrection}, in one
   * transaction.
   *
   * @param factVersion the version of the fact that the reviewer had before them; null for the one
   *     it is at
   * @param decision how, when the fact has moved on since it was proposed; null when it has not
   * @param remark the reviewer's; null for none
   */
  record AcceptCorrection(
      CorrectionId id,
      @Nullable Long factVersion,
      @Nullable ReviewDecision decision,
      @Nullable String remark)
      implements CorrectionCommand {
    public AcceptCorrection {
      if (remark != null) {
        PlainText.line("remark", remark);
      }
    }
  }

  /** Leaves the fact as it is. */
  record DeclineCorrection(CorrectionId id, String why) implements CorrectionCommand {
    public DeclineCorrection {
      PlainText.line("why", why);
    }
  }

  /**
   * Takes it back.
   *
   * @param why null where nothing is to be said
   */
  record WithdrawCorrection(CorrectionId id, @Nullable String why) implements CorrectionCommand {
    public WithdrawCorrection {
      if (why != null) {
        PlainText.line("why", why);
      }
    }
  }
}
