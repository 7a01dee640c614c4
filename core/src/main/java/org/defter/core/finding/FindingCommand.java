package org.defter.core.finding;

import java.util.List;
import org.defter.core.ArchiveCommand;
import org.defter.core.decision.Reason;
import org.defter.core.detail.Detail;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;

/** What can be asked of the findings. */
public sealed interface FindingCommand extends ArchiveCommand {

  @Override
  FindingId id();

  /**
   * Says that two facts both stand, though they contradict or repeat each other.
   *
   * @param id of the finding about the two
   * @param facts the two, each as it was when it was looked at
   */
  record LetBothStand(FindingId id, List<Seen> facts, Reason reason) implements FindingCommand {
    public LetBothStand {
      facts = List.copyOf(facts);
      if (facts.size() != 2 || facts.getFirst().id().equals(facts.getLast().id())) {
        throw new InvalidValue("facts", Detail.of("finding.two-facts"));
      }
      if (!id.equals(FindingId.about(facts.getFirst().id(), facts.getLast().id()))) {
        throw new InvalidValue("facts", Detail.of("finding.of-others", id.value()));
      }
    }
  }

  /** Takes that back: the two are listed again, if they still contradict or repeat each other. */
  record ReopenFinding(FindingId id, @Nullable Long expectedVersion, Reason reason)
      implements FindingCommand {}

  /**
   * A fact as somebody looked at it.
   *
   * @param version the version that was read
   */
  record Seen(FactId id, long version) {}
}
