package org.defter.ingest.command;

import org.defter.core.decision.Refusal;
import org.defter.core.event.Receipt;

/** What became of a command. */
public sealed interface Outcome {

  /**
   * It is done, and durable.
   *
   * @param receipt names the event it led to
   */
  record Done(Receipt receipt) implements Outcome {}

  /**
   * It was refused, and left no trace.
   *
   * @param refusal why
   */
  record Refused(Refusal refusal) implements Outcome {}
}
