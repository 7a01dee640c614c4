package org.defter.localstack.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Hash;
import org.defter.core.log.SignedNote;
import org.defter.core.log.witness.AddCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed again and again, while two histories of one log are submitted to it in parallel, a witness
 * cosigns one of them only, and never forgets what it gave away.
 */
class WitnessKilledIT {

  private static final int KILLS = 6;
  private static final int SUBMITTERS = 20;
  private static final int FEW = 3;

  @TempDir private Path folder;
  private final List<Checkpoint> cosigned = Collections.synchronizedList(new ArrayList<>());

  @Test
  @Timeout(300)
  void cosignsOneHistoryWhenKilledAtAnyMoment() throws Exception {
    Random random = new Random(1);
    int port = freePort();
    for (int kill = 0; kill < KILLS; kill++) {
      WitnessProcess witness = WitnessProcess.start(folder, port);
      assertRemembersWhatItGaveAway(witness);
      List<Future<Integer>> submitters = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int at = 0; at < SUBMITTERS; at++) {
          String history = at % 2 == 0 ? "a" : "b";
          submitters.add(threads.submit(() -> submitUntilItIsGone(witness, history)));
        }
        int before = cosigned.size();
        while (cosigned.size() < before + FEW) {
          Thread.sleep(10);
        }
        Thread.sleep(random.nextInt(200));
        witness.kill();
      }
      for (Future<Integer> submitter : submitters) {
        assertThat(submitter.get()).isPositive();
      }
    }

    WitnessProcess witness = WitnessProcess.start(folder, port);
    assertRemembersWhatItGaveAway(witness);
    witness.kill();
    String history = historyOf(cosigned.getFirst());
    assertThat(cosigned).allMatch(checkpoint -> historyOf(checkpoint).equals(history));
  }

  /** Follows the size the witness tells; answers how often it asked. */
  private int submitUntilItIsGone(WitnessProcess witness, String history)
      throws InterruptedException {
    WitnessClient client = WitnessClient.of(witness.port());
    long told = 0;
    for (int asked = 1; ; asked++) {
      AddCheckpoint request =
          WatchedLog.of(history, Math.toIntExact(told) + 1 + asked % 3).since(told);
      try {
        HttpResponse<String> answer = client.add(request);
        switch (answer.statusCode()) {
          case 200 -> {
            cosigned.add(WitnessClient.cosigned(request, answer, witness.key()));
            told = request.checkpoint().size();
          }
          case 409 -> told = Long.parseLong(answer.body().strip());
          default -> assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
        }
      } catch (IOException gone) {
        return asked;
      }
    }
  }

  private void assertRemembersWhatItGaveAway(WitnessProcess witness) throws Exception {
    long largest = cosigned.stream().mapToLong(Checkpoint::size).max().orElse(0);
    HttpResponse<String> latest =
        WitnessClient.of(witness.port())
            .get(
                "/"
                    + Hash.sha256(WatchedLog.ORIGIN.getBytes(StandardCharsets.UTF_8)).hex()
                    + "/checkpoint");
    if (!cosigned.isEmpty()) {
      SignedNote note = SignedNote.parse(latest.body());
      assertThat(Checkpoint.parse(note.text()).size()).isGreaterThanOrEqualTo(largest);
      assertThat(note.verified(List.of(witness.key()))).hasSize(1);
    }
  }

  private static String historyOf(Checkpoint checkpoint) {
    int size = Math.toIntExact(checkpoint.size());
    for (String history : List.of("a", "b")) {
      if (WatchedLog.of(history, size).growth().root().equals(checkpoint.root())) {
        return history;
      }
    }
    return "none";
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
