package org.defter.localstack.command;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.defter.identity.Role;
import org.defter.localstack.LocalStack;
import org.defter.localstack.command.Transcript.Answer;
import org.defter.localstack.command.Transcript.Sent;
import picocli.CommandLine.Command;
import tools.jackson.core.JacksonException;

/** {@code defter tour}. */
@Command(
    name = "tour",
    description =
        "Walks through a correction, its review and its undo on the demo's collection, and prints"
            + " every request with its answer. Changes nothing for good: the last step takes the"
            + " correction back. Run `defter demo` first.")
final class TourCommand extends StackCommand {
  private static final String FACT = "/api/v1/facts/demo-population";
  private static final String VALUE = "/statement/value/amount";
  private static final List<String> RECEIPT = List.of("/id", "/version");
  private static final List<String> REFUSAL = List.of("/title", "/detail");

  /** A step did not go as it should: the tour cannot go on. */
  private static final class Stopped extends Exception {
    private static final long serialVersionUID = 1L;

    Stopped(String message) {
      super(message);
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      LocalStack stack = stack();
      Map<String, Role> roles = Map.of("ann", Role.ARCHIVIST, "bob", Role.REVIEWER);
      say(
          "Ann and Bob are whoever has a token that says so; the archive's own machine makes them:");
      say("  $ ANN=$(./defter token ann --role archivist)");
      say("  $ BOB=$(./defter token bob --role reviewer)");
      walk(
          new Transcript(
              stack.publicUri(),
              out(),
              who -> stack.token(who, Objects.requireNonNull(roles.get(who)).word())));
      return ExitCode.OK;
    } catch (Stopped unexpected) {
      err(String.valueOf(unexpected.getMessage()));
      return ExitCode.UNEXPECTED;
    } catch (IOException | JacksonException silent) {
      err("the archive does not answer: run `defter demo` first");
      return ExitCode.PART_DOWN;
    }
  }

  private void walk(Transcript tour) throws Stopped, IOException, InterruptedException {
    tour.say("A fact as it stands: how many people live in the member states.");
    Answer before = expect(200, tour.read(FACT, List.of("/version", VALUE)));
    long version = before.json().path("version").asLong();
    String amount = before.text(VALUE);

    tour.say("Ann has a better source. She proposes a correction; a reason must be given.");
    Answer proposed =
        expect(
            201,
            tour.send(
                new Sent(
                    "ann",
                    FACT + "/corrections?propose=true",
                    version,
                    correction(other(amount), "better-source", "the statistical yearbook")),
                RECEIPT));
    String correction = "/api/v1/corrections/" + proposed.text("/id");

    tour.say("She cannot accept it herself.");
    expect(403, tour.send(new Sent("ann", correction + "/accept", version, "{}"), REFUSAL));

    tour.say("Bob finds it in the queue, with what the fact says and what it would say.");
    expect(
        200,
        tour.read(
            "/api/v1/corrections?state=proposed&fact=demo-population&after=" + receipt(proposed),
            List.of("/total")));

    tour.say("He accepts it, for the version he looked at.");
    Instant beforeIt = Instant.now();
    Answer accepted =
        expect(200, tour.send(new Sent("bob", correction + "/accept", version, "{}"), RECEIPT));

    tour.say("The fact says so now; what the archive knew before stays known.");
    Answer after =
        expect(200, tour.read(FACT + "?after=" + receipt(accepted), List.of("/version", VALUE)));
    expect(200, tour.read(FACT + "?knownAt=" + beforeIt, List.of("/version", VALUE)));

    tour.say("It was a mistake after all: the correction is taken back by another one.");
    Answer undone =
        expect(
            200,
            tour.send(
                new Sent(
                    "bob",
                    FACT + "/corrections",
                    after.json().path("version").asLong(),
                    correction(amount, "other", "the yearbook counts other states")),
                RECEIPT));

    tour.say("Nothing is lost: the history has it all, with who did it and why.");
    expect(200, tour.read(FACT + "/history?after=" + receipt(undone), lastVersions(undone)));
  }

  /** Two thousand million, unless the fact says so already. */
  private static String other(String amount) {
    return amount.equals("2000000000") ? "1900000000" : "2000000000";
  }

  /** The parts of a history that say what the last two events did. */
  private static List<String> lastVersions(Answer newest) {
    List<String> shown = new ArrayList<>();
    long last = newest.json().path("version").asLong() - 1;
    for (long at = last - 1; at <= last; at++) {
      for (String part : List.of("type", "actor/id", "reason/text", "changes")) {
        shown.add("/versions/" + at + "/" + part);
      }
    }
    return shown;
  }

  private static String correction(String amount, String reason, String why) {
    return """
    {"changes": {"value": {"type": "quantity", "amount": "%s", "approximate": true}}, \
    "reason": {"type": "%s", "text": "%s"}}\
    """
        .formatted(amount, reason, why);
  }

  private static String receipt(Answer answer) {
    return URLEncoder.encode(answer.text("/receipt"), StandardCharsets.UTF_8);
  }

  private static Answer expect(int status, Answer answer) throws Stopped {
    if (answer.status() != status) {
      String detail = answer.text("/detail");
      throw new Stopped(
          "the archive answered %d where %d was expected%s"
              .formatted(answer.status(), status, detail.isEmpty() ? "" : ": " + detail));
    }
    return answer;
  }
}
