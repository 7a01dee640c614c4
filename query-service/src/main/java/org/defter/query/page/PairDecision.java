package org.defter.query.page;

import java.util.List;
import java.util.Map;
import org.defter.core.finding.FindingCommand.Seen;
import org.defter.core.id.FindingId;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.PageCommand;

/** What can be decided about two facts that contradict or repeat each other. */
final class PairDecision {

  private PairDecision() {}

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
        Map.of("facts", List.of(first, second), "reason", form.reason()));
  }

  private static PageCommand merge(Form form, Seen merged, Seen kept) {
    return form.command(
        "/api/v1/facts/" + merged.id().value() + "/merge",
        merged.version(),
        Map.of("into", kept.id(), "reason", form.reason()));
  }
}
