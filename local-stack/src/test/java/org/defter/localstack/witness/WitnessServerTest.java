package org.defter.localstack.witness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Hash;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.witness.AddCheckpoint;
import org.defter.core.log.witness.Witness;
import org.defter.core.value.InvalidValue;
import org.defter.localstack.StackException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerTest {

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  private static final String HASH =
      Hash.sha256(WatchedLog.ORIGIN.getBytes(StandardCharsets.UTF_8)).hex();
  private static final String NAME = "witness.example";

  @TempDir private Path folder;
  private final Queue<String> reports = new ConcurrentLinkedQueue<>();
  private WitnessFolder kept;
  private WitnessServer server;
  private WitnessClient client;

  @BeforeEach
  void start() throws IOException {
    kept = WitnessFolder.open(folder, NAME);
    server =
        WitnessServer.start(
            new Witness(kept.key(), List.of(WatchedLog.KEY.verifier())),
            kept,
            ANY_PORT,
            reports::add);
    client = WitnessClient.of(server.port());
  }

  @AfterEach
  void stop() {
    server.close();
    kept.close();
  }

  private VerifierKey witness() {
    return kept.key().verifier();
  }

  private Checkpoint latest() {
    return Checkpoint.parse(Objects.requireNonNull(kept.latest(WatchedLog.ORIGIN)).text());
  }

  @Test
  void cosignsWhatItNeverSawAndWhatGrewOutOfIt() throws Exception {
    for (AddCheckpoint request :
        List.of(WatchedLog.of("a", 5).since(0), WatchedLog.of("a", 9).since(5))) {
      HttpResponse<String> answer = client.add(request);

      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).startsWith("— " + NAME + " ").endsWith("\n");
      assertThat(WitnessClient.cosigned(request, answer, witness()))
          .isEqualTo(request.checkpoint())
          .isEqualTo(latest());
    }
  }

  @Test
  void answers400ToWhatIsNoRequest() throws Exception {
    String note = WatchedLog.of("a", 3).since(0).note().toString();

    for (String body :
        List.of(
            "",
            "old 0\n",
            "old 00\n\n" + note,
            "old 0\n%s".formatted(note),
            "old 4\n\n" + note,
            "old 0\n" + (MerkleTree.EMPTY_ROOT + "\n").repeat(64) + "\n" + note,
            "old 0\n\n" + note + "x".repeat(70_000))) {
      assertThat(client.add(body).statusCode()).as(body).isEqualTo(400);
    }
    assertThat(client.add("old 4\n\n" + note).body())
        .isEqualTo("old: a log that has 3 entries did not have 4 before\n");
    assertThat(kept.latest(WatchedLog.ORIGIN)).isNull();
  }

  @Test
  void answers403ToWhatTheLogDidNotSign() throws Exception {
    SignerKey imitator =
        SignerKey.generate(WatchedLog.ORIGIN, SignatureType.NOTE, new SecureRandom());
    SignedNote note = WatchedLog.of("a", 3).checkpoint().sign(List.of(imitator));

    HttpResponse<String> answer = client.add(new AddCheckpoint(0, List.of(), note));

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("none of the given keys signed this");
    assertThat(kept.latest(WatchedLog.ORIGIN)).isNull();
  }

  @Test
  void answers404ToALogItDoesNotWatch() throws Exception {
    SignedNote note =
        new Checkpoint("another.example", 0, MerkleTree.EMPTY_ROOT).sign(List.of(WatchedLog.KEY));

    assertThat(client.add(new AddCheckpoint(0, List.of(), note)).statusCode()).isEqualTo(404);
    assertThat(client.get("/add-checkpoint").statusCode()).isEqualTo(404);
    assertThat(client.get("/").statusCode()).isEqualTo(404);
  }

  @Test
  void answers409WithTheSizeItSawLast() throws Exception {
    client.add(WatchedLog.of("a", 5).since(0));

    for (AddCheckpoint request :
        List.of(
            WatchedLog.of("a", 9).since(0),
            WatchedLog.of("a", 9).since(4),
            WatchedLog.of("a", 4).since(4),
            WatchedLog.of("b", 4).since(0))) {
      HttpResponse<String> answer = client.add(request);

      assertThat(answer.statusCode()).isEqualTo(409);
      assertThat(answer.body()).isEqualTo("5\n");
      assertThat(answer.headers().firstValue("Content-Type")).contains("text/x.tlog.size");
    }
    assertThat(latest()).isEqualTo(WatchedLog.of("a", 5).checkpoint());
  }

  @Test
  void answers422ToALogThatForkedAndTellsItsOperatorOnce() throws Exception {
    client.add(WatchedLog.of("a", 5).since(0));

    assertThat(client.add(WatchedLog.of("b", 5).since(5)).statusCode()).isEqualTo(422);
    assertThat(client.add(WatchedLog.of("b", 9).since(5)).statusCode()).isEqualTo(422);
    assertThat(client.add(WatchedLog.of("b", 9).since(5)).statusCode()).isEqualTo(422);

    assertThat(latest()).isEqualTo(WatchedLog.of("a", 5).checkpoint());
    assertThat(reports).hasSize(2);
    assertThat(reports.peek())
        .startsWith("NOT COSIGNED: there are two different logs of 5 entries")
        .contains(WatchedLog.of("b", 5).checkpoint().toString(), "— " + WatchedLog.ORIGIN);
  }

  @Test
  void showsMonitorsWhatItCosignedLast() throws Exception {
    assertThat(client.get("/" + HASH + "/checkpoint").statusCode()).isEqualTo(404);
    client.add(WatchedLog.of("a", 5).since(0));

    HttpResponse<String> answer = client.get("/" + HASH + "/checkpoint");

    assertThat(answer.statusCode()).isEqualTo(200);
    SignedNote note = SignedNote.parse(answer.body());
    assertThat(Checkpoint.verified(note, Set.of(WatchedLog.KEY.verifier(), witness())))
        .isEqualTo(WatchedLog.of("a", 5).checkpoint());
    assertThat(note.signatures()).hasSize(2);
  }

  /** The archive and somebody who has its key submit two histories, from the same size, at once. */
  @Test
  void cosignsOneOfTwentyParallelSubmissions() throws Exception {
    client.add(WatchedLog.of("a", 1).since(0));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int round = 0; round < 25; round++) {
        int seen = Math.toIntExact(latest().size());
        CyclicBarrier together = new CyclicBarrier(20);
        List<Future<Integer>> answers = new ArrayList<>();
        for (int at = 0; at < 20; at++) {
          AddCheckpoint request = WatchedLog.of(at == 0 ? "b" : "a", seen + 1 + at).since(seen);
          answers.add(
              threads.submit(() -> {
                together.await();
                return client.add(request).statusCode();
              }));
        }
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> answer : answers) {
          statuses.add(answer.get());
        }
        assertThat(statuses).containsOnlyOnce(200).containsAnyOf(409).isSubsetOf(200, 409, 422);
      }
    }
  }

  /** What cannot be kept is not given away, and what was kept before still counts. */
  @Test
  void givesNothingAwayThatItCouldNotKeep() throws Exception {
    client.add(WatchedLog.of("a", 5).since(0));
    Path inTheWay = folder.resolve(HASH + ".checkpoint.new");
    Files.createDirectories(inTheWay.resolve("full"));

    assertThat(client.add(WatchedLog.of("a", 9).since(5)).statusCode()).isEqualTo(500);

    assertThat(latest()).isEqualTo(WatchedLog.of("a", 5).checkpoint());
    assertThat(reports).singleElement().asString().contains("cannot write " + folder);
    Files.delete(inTheWay.resolve("full"));
    assertThat(client.add(WatchedLog.of("b", 9).since(5)).statusCode()).isEqualTo(422);
    assertThat(client.add(WatchedLog.of("a", 9).since(5)).statusCode()).isEqualTo(200);
  }

  @Test
  void keepsItsKeyAndWhatItSawWhenStartedAgain() throws Exception {
    client.add(WatchedLog.of("a", 5).since(0));
    VerifierKey before = witness();
    stop();

    start();

    assertThat(witness()).isEqualTo(before);
    assertThat(client.add(WatchedLog.of("b", 9).since(0)).body()).isEqualTo("5\n");
    for (String file : List.of("key", HASH + ".checkpoint")) {
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void isAloneOnItsFolderAndItsPort() {
    assertThatThrownBy(() -> WitnessFolder.open(folder, null))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("another witness is at work on " + folder);
    InetSocketAddress taken =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.port());
    assertThatThrownBy(() ->
            WitnessServer.start(new Witness(kept.key(), List.of()), kept, taken, reports::add))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("choose another port with --port");
  }

  @Test
  void needsANameOnceAndKeepsIt() {
    stop();
    Path fresh = folder.resolve("fresh");

    assertThatThrownBy(() -> WitnessFolder.open(fresh, null))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("a new witness needs a name");
    assertThatThrownBy(() -> WitnessFolder.open(fresh, "two words"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("cannot name a key");
    assertThatThrownBy(() -> WitnessFolder.open(folder, "another.example"))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("is called '" + NAME + "'");
    try (WitnessFolder again = WitnessFolder.open(folder, null)) {
      assertThat(again.key().verifier().name()).isEqualTo(NAME);
    }
  }

  /** Damaged, of another log, or cosigned by another witness. */
  @Test
  void doesNotGoOnFromWhatItDidNotWrite() throws Exception {
    client.add(WatchedLog.of("a", 5).since(0));
    Path file = folder.resolve(HASH + ".checkpoint");
    String written = Files.readString(file);
    Files.copy(file, folder.resolve("0".repeat(64) + ".checkpoint"));

    for (String changed :
        List.of(
            "",
            written.replace("\n5\n", "\n4\n"),
            WatchedLog.of("a", 3).since(0).note().toString())) {
      Files.writeString(file, changed);
      assertThatThrownBy(() -> kept.requireWhole(List.of(WatchedLog.KEY.verifier())))
          .isInstanceOf(StackException.class)
          .hasMessageContaining("is not what this witness wrote");
      assertThat(client.add(WatchedLog.of("a", 9).since(0)).statusCode()).isEqualTo(500);
    }
    assertThat(client.get("/" + "0".repeat(64) + "/checkpoint").statusCode()).isEqualTo(500);
    Files.writeString(folder.resolve("key"), "no key\n");
    stop();
    assertThatThrownBy(() -> WitnessFolder.open(folder, null))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("Restore it from its copy");
  }
}
