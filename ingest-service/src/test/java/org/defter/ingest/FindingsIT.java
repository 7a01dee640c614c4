package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.defter.ingest.Running.send;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.ingest.Running.Answer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Decisions about pairs of facts, over HTTP and into the real store. */
class FindingsIT {

  private static final String WHY =
      "{\"reason\":{\"type\":\"other\",\"text\":\"two ways to count\"}}";

  @BeforeAll
  static void holdsASubjectAndAProperty() {
    send(
        "POST",
        "/api/v1/subjects",
        "{\"id\":\"union\",\"names\":[{\"text\":\"The Union\",\"language\":\"en\"}]}");
    send(
        "PUT",
        "/api/v1/properties/size",
        "{\"labels\":[{\"text\":\"size\",\"language\":\"en\"}],\"datatype\":\"quantity\",\"singleValued\":true}");
  }

  @Test
  void letsBothStandAndTakesItBack() {
    String pair = recordPair("stand");
    String body = both("stand", 1, 1);

    Answer stand = send("POST", pair + "/both-stand", body);
    assertThat(stand.status()).as(stand.response().body()).isEqualTo(200);
    assertThat(stand.response().headers().firstValue("Location")).hasValue(pair);
    assertThat(stand.json().path("version").asLong()).isEqualTo(1);

    Answer again = send("POST", pair + "/both-stand", body);
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("type")).isEqualTo("/problems/nothing-changes");

    assertThat(send("POST", pair + "/reopen", WHY).status()).isEqualTo(428);
    assertThat(send("POST", pair + "/reopen", WHY, "If-Match", "\"1\"").status()).isEqualTo(200);
    assertThat(send("POST", pair + "/reopen", WHY, "If-Match", "\"1\"").status()).isEqualTo(412);

    Answer third = send("POST", pair + "/both-stand", body);
    assertThat(third.json().path("version").asLong()).isEqualTo(3);
  }

  @Test
  void refusesADecisionAboutWhatHasChanged() {
    String pair = recordPair("changed");
    assertThat(send("POST", "/api/v1/facts/changed-b/dispute", WHY, "If-Match", "\"1\"").status())
        .isEqualTo(200);

    Answer late = send("POST", pair + "/both-stand", both("changed", 1, 1));
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("field")).isEqualTo("facts[1].version");
    assertThat(send("POST", pair + "/both-stand", both("changed", 1, 2)).status()).isEqualTo(200);
  }

  @Test
  void refusesAFindingAboutOtherFactsAndLeavesNoTrace() {
    String pair = recordPair("other");
    Answer wrong = send("POST", pair + "/both-stand", both("stand", 1, 1));
    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("field")).isEqualTo("facts");
    Answer unknown =
        send("POST", address("nobody-a", "nobody-b") + "/both-stand", both("nobody", 1, 1));
    assertThat(unknown.status()).as(unknown.response().body()).isEqualTo(422);
    assertThat(
            send("POST", address("nobody-a", "nobody-b") + "/reopen", WHY, "If-Match", "*")
                .status())
        .isEqualTo(404);
  }

  @Test
  void saysItOnceHoweverManySayItAtOnce() throws Exception {
    String pair = recordPair("race");
    Callable<Answer> says = () -> send("POST", pair + "/both-stand", both("race", 1, 1));
    List<Integer> statuses;
    try (ExecutorService many = Executors.newFixedThreadPool(20)) {
      List<Future<Answer>> answers =
          many.invokeAll(IntStream.range(0, 20).mapToObj(_ -> says).toList());
      statuses = answers.stream().map(answer -> answer.resultNow().status()).sorted().toList();
    }
    assertThat(statuses.getFirst()).isEqualTo(200);
    assertThat(statuses.subList(1, 20)).containsOnly(409);
  }

  private static String recordPair(String name) {
    for (String which : List.of("-a", "-b")) {
      Answer recorded =
          send(
              "POST",
              "/api/v1/facts",
              """
              {"id":"%s%s","subject":"union","property":"size",
               "value":{"type":"quantity","amount":"%d"},"uncitedReason":"made up"}\
              """
                  .formatted(name, which, which.equals("-a") ? 60 : 57));
      assertThat(recorded.status()).as(recorded.response().body()).isEqualTo(201);
    }
    return address(name + "-a", name + "-b");
  }

  private static String address(String one, String other) {
    return "/api/v1/findings/" + FindingId.about(new FactId(one), new FactId(other)).value();
  }

  private static String both(String name, int first, int second) {
    return """
    {"facts":[{"id":"%s-a","version":%d},{"id":"%s-b","version":%d}],
     "reason":{"type":"other","text":"two ways to count"}}\
    """
        .formatted(name, first, name, second);
  }
}
