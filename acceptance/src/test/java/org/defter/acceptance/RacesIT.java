package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.defter.acceptance.Client.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many at once, of whom one can win. */
class RacesIT {
  @AutoClose private static Client client;

  @BeforeAll
  static void prepare() {
    client = new Client(Archive.stack().publicUri());
    Lighthouse.register(client);
  }

  @Test
  void oneKeySentFiftyTimesAtOnceHasOneEffectAndOneAnswer() throws Exception {
    List<Answer> answers =
        atOnce(
            50,
            _ ->
                client.command(
                    "facts", Lighthouse.fact("raced", 1), "Idempotency-Key", "sent-fifty-times"));

    assertThat(answers).extracting(Answer::status).containsOnly(201);
    assertThat(answers.stream().map(answer -> answer.text("receipt")).distinct()).hasSize(1);
    assertThat(eventsOf("raced")).containsExactly("1");
  }

  @Test
  void ofTwentyWhoCorrectOneVersionOneWins() throws Exception {
    assertThat(client.command("facts", Lighthouse.fact("contested", 2)).status()).isEqualTo(201);

    List<Answer> answers =
        atOnce(
            20,
            each ->
                client.command(
                    "facts/contested/corrections",
                    """
                    {"changes": {"value": {"type": "quantity", "amount": "%d"}},
                     "reason": {"type": "other", "text": "measured again"}}
                    """
                        .formatted(100 + each),
                    "If-Match",
                    "\"1\""));

    assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(1);
    assertThat(answers).filteredOn(answer -> answer.status() == 412).hasSize(19);
    assertThat(eventsOf("contested")).containsExactly("2");
  }

  private static List<Answer> atOnce(int callers, IntFunction<Answer> call) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(callers)) {
      List<Callable<Answer>> calls =
          IntStream.range(0, callers)
              .<Callable<Answer>>mapToObj(each -> () -> call.apply(each))
              .toList();
      List<Future<Answer>> answers = threads.invokeAll(calls);
      return answers.stream().map(Future::resultNow).toList();
    }
  }

  private static List<String> eventsOf(String fact) throws Exception {
    return Archive.stored(
        "SELECT count(*) FROM domain_event_entry WHERE aggregate_identifier = 'fact/" + fact + "'");
  }
}
