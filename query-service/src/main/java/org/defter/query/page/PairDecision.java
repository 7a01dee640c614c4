package org.defter.query.page;

import java.util.List;
import java.util.Map;
import org.defter.core.finding.FindingCommand.Seen;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.PageCommand;

/** What can be decided about two facts that contradict or repeat each other. */
final class PairDecision {

  private PairDecision() {}

  /** The body of the command; its fields keep their order, as one of a form sent again must. */
  private record BothStand(List<Seen> facts, Map<String, String> reason) {}

  /** The body of the command. */
  private record Merger(FactId into, Map<String, String> reason) {}

  /** The command for the button that was pressed. */
  static PageCommand command(Form form) {
    Seen first = form.seen("first");
    Seen second = form.seen("second");
    return switch (form.text("decision")) {
      case "both-stand" -> bothStand(form, first, second);
      case "keep-first" -> merge(form, second, first);
      case "keep-second" -> merge(form, first, second);
      default -> throw form.unknownChoice();
    };
  }

  private static PageCommand bothStand(Form form, Seen first, Seen second) {
    String finding = FindingId.about(first.id(), second.id()).value();
    return form.command(
        "/api/v1/findings/" + finding + "/both-stand",
        null,
        new BothStand(List.of(first, second), form.reason()));
  }

  private static PageCommand merge(Form form, Seen merged, Seen kept) {
    return form.command(
        "/api/v1/facts/" + merged.id().value() + "/merge",
        merged.version(),
        new Merger(kept.id(), form.reason()));
  }
}
