package org.defter.readmodel.document;

import java.time.Instant;
import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.finding.Said;
import org.defter.core.id.Actor;

/**
 * What was decided about two facts that contradict or repeat each other.
 *
 * @param id of the finding
 * @param version from 1
 * @param bothStand whether both stand as they were
 * @param facts what the two said then; not searchable
 * @param changedAt record time of the decision
 */
public record FindingDocument(
    String id,
    long version,
    boolean bothStand,
    List<Said> facts,
    Reason reason,
    Actor actor,
    Instant changedAt,
    String eventId,
    long position) {

  public FindingDocument {
    facts = List.copyOf(facts);
  }
}
