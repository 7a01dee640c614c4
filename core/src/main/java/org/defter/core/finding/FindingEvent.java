package org.defter.core.finding;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.event.ArchiveEvent;
import org.defter.core.id.FindingId;

/** What is decided about a finding. */
public sealed interface FindingEvent extends ArchiveEvent {

  @Override
  FindingId id();

  /** What the two facts said when it was decided, in the order they were named. */
  List<Said> facts();

  /** Why. */
  Reason reason();

  @Override
  @JsonIgnore
  default Reason why() {
    return reason();
  }

  /** Both stand as they are, with why. */
  record BothLetStand(FindingId id, List<Said> facts, Reason reason) implements FindingEvent {
    public BothLetStand {
      facts = List.copyOf(facts);
    }
  }

  /** It was taken back that both stand. */
  record FindingReopened(FindingId id, List<Said> facts, Reason reason) implements FindingEvent {
    public FindingReopened {
      facts = List.copyOf(facts);
    }
  }
}
