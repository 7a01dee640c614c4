package org.defter.query.page;

import java.util.LinkedHashMap;
import java.util.Map;
import org.defter.core.id.CorrectionId;
import org.defter.query.decision.Decisions;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.Answer;
import org.defter.query.frontdoor.PageCommand;
import org.jspecify.annotations.Nullable;

/** What can be decided about a proposed correction. */
final class ReviewCommand {

  private ReviewCommand() {}

  /** The command for the button that was pressed. */
  static PageCommand of(CorrectionId id, Form form) {
    return switch (form.text("decision")) {
      case "accept" -> {
        Map<String, String> how = body("decision", form.text("how"));
        how.putAll(body("remark", form.text("reasonText")));
        yield command(id, form, (long) form.number("version"), how);
      }
      case "decline", "withdraw" -> command(id, form, null, body("why", form.text("reasonText")));
      default -> throw form.unknownChoice();
    };
  }

  private static PageCommand command(
      CorrectionId id, Form form, @Nullable Long version, Map<String, String> body) {
    return form.command(
        "/api/v1/corrections/" + id.value() + "/" + form.text("decision"), version, body);
  }

  private static Map<String, String> body(String field, String typed) {
    Map<String, String> body = new LinkedHashMap<>();
    if (!typed.isEmpty()) {
      body.put(field, typed);
    }
    return body;
  }

  /** What to wait for: of an accepted correction, that the fact was corrected too. */
  static String after(Answer answer) {
    String correction = answer.json().at("/correction/receipt").asString("");
    return "?after="
        + Decisions.receipt(answer)
        + (correction.isEmpty() ? "" : "&after=" + correction);
  }
}
