package org.defter.core.decision;

import java.util.List;

/**
 * The answer to a command.
 *
 * @param <E> the events of the aggregate
 */
public sealed interface Decision<E> {

  /**
   * The command is accepted.
   *
   * @param events what happens, in order; never empty
   */
  record Accepted<E>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
      if (events.isEmpty()) {
        throw new IllegalArgumentException("an accepted command leads to at least one event");
      }
    }
  }

  /**
   * The command is refused, and nothing happens.
   *
   * @param refusal why
   */
  record Refused<E>(Refusal refusal) implements Decision<E> {}

  static <E> Decision<E> accept(E event) {
    return new Accepted<>(List.of(event));
  }

  static <E> Decision<E> refuse(Refusal refusal) {
    return new Refused<>(refusal);
  }
}
