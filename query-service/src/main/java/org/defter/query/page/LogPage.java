package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.defter.query.frontdoor.HandingOn;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.JsonNode;

/** The archive's signed log: how far it goes, who signed it, and who saw it. */
@Controller
class LogPage {

  private static final int PAGE = 20;

  private final HandingOn ingest;

  LogPage(HandingOn ingest) {
    this.ingest = ingest;
  }

  /**
   * A checkpoint as it is shown.
   *
   * @param size how many entries the log had
   * @param root the hash over them, in base 64
   * @param signed record time
   */
  record CheckpointLine(long size, String root, String signed, List<SeenLine> seen) {
    static CheckpointLine of(JsonNode json) {
      return new CheckpointLine(
          json.path("size").asLong(),
          json.path("root").asString(),
          json.path("signed").asString(),
          json.path("seen").valueStream().map(SeenLine::of).toList());
    }
  }

  /** That a witness saw one, and when, as it says. */
  record SeenLine(String name, String at) {
    static SeenLine of(JsonNode json) {
      return new SeenLine(json.path("name").asString(), json.path("at").asString());
    }
  }

  /**
   * A witness as it is shown.
   *
   * @param size of the log when it saw it last; null when it never did
   * @param trouble why it does not cosign now; null while all is well
   */
  record WitnessLine(
      String name,
      String verifier,
      @Nullable Long size,
      @Nullable String seen,
      @Nullable String trouble) {

    static WitnessLine of(JsonNode json) {
      return new WitnessLine(
          json.path("name").asString(),
          json.path("verifier").asString(),
          json.path("size").isNumber() ? json.path("size").asLong() : null,
          json.path("seen").asStringOpt().orElse(null),
          json.path("trouble").asStringOpt().orElse(null));
    }
  }

  /** A public key of the log, and the first and the last size of the log that it signed. */
  record KeyLine(String verifier, long firstSize, long lastSize) {
    static KeyLine of(JsonNode json) {
      return new KeyLine(
          json.path("verifier").asString(),
          json.path("firstSize").asLong(),
          json.path("lastSize").asLong());
    }
  }

  @GetMapping("/log")
  String show(HttpServletRequest request, Model model) throws IOException {
    Parameters given = TimeMachine.none(Parameters.of(request), model).allowing(Set.of("before"));
    int before = given.number("before", Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
    List<CheckpointLine> page =
        ingest
            .ask("/log/checkpoints", "limit=%d&before=%d".formatted(PAGE, before))
            .valueStream()
            .map(CheckpointLine::of)
            .toList();
    model.addAttribute("first", given.text("before") == null);
    model.addAttribute("checkpoints", page);
    model.addAttribute("next", page.size() == PAGE ? page.getLast().size() : null);
    model.addAttribute(
        "witnesses",
        ingest.ask("/log/witnesses", null).valueStream().map(WitnessLine::of).toList());
    model.addAttribute(
        "keys", ingest.ask("/log/keys", null).valueStream().map(KeyLine::of).toList());
    return "log";
  }
}
