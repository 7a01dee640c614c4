package org.defter.ingest.log;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.witness.AddCheckpoint;
import org.defter.ingest.log.Cosignatures.Cosignature;
import org.defter.ingest.log.FaultyDataSource.Cut;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes wrong between an archive and its witness, on either side. */
class WitnessFaultsIT {

  private static final InetSocketAddress ANY_PORT =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  @TempDir private static Path archive;
  private static LogSchema log;

  @TempDir private Path folder;
  private RunningWitness witness;

  @BeforeAll
  static void makeALog() {
    log = new LogSchema("witness_faults", archive);
    for (int events = 0; events < 5; events++) {
      grow(log);
    }
  }

  @AfterAll
  static void end() {
    log.close();
  }

  @BeforeEach
  void startAWitness() throws IOException {
    witness = RunningWitness.start(folder, 0, List.of(archiveKey()));
  }

  @AfterEach
  void stopTheWitness() {
    witness.stop();
  }

  private static VerifierKey archiveKey() {
    return LogKeys.read(log.key, LogSchema.ORIGIN).keys().getFirst().verifier();
  }

  private static void grow(LogSchema log) {
    log.record(log.data);
    log.node().growAndSign();
  }

  private static long size(LogSchema log) {
    return log.node().tree().size();
  }

  private WitnessFollower follower(LogSchema archive, DataSource connection) {
    return follower(archive, connection, witness.key(), witness.port());
  }

  private static WitnessFollower follower(
      LogSchema archive, DataSource connection, VerifierKey key, int port) {
    LogSchema.Node node = archive.node(connection);
    return new WitnessFollower(
        new WitnessClient(key, URI.create("http://127.0.0.1:" + port), Duration.ofSeconds(2)),
        node.tree(),
        node.checkpoints(),
        node.cosignatures());
  }

  /** Until the witness saw everything, or does not get on. */
  private static String trouble(WitnessFollower follower) throws InterruptedException {
    return follower.step() ? "" : Objects.requireNonNull(follower.trouble());
  }

  private List<Long> seen(LogSchema archive) {
    return archive.node().cosignatures().between(0, Long.MAX_VALUE).stream()
        .filter(cosignature -> cosignature.witness().equals(witness.key()))
        .map(Cosignature::size)
        .toList();
  }

  @Test
  void everyCheckpointThatIsSubmittedIsKeptOnce() throws Exception {
    WitnessFollower follower = follower(log, log.data);
    assertThat(trouble(follower)).isEmpty();
    long first = size(log);
    assertThat(trouble(follower)).isEmpty();
    grow(log);
    assertThat(trouble(follower)).isEmpty();

    assertThat(seen(log)).containsExactly(first, first + 1);
  }

  /** As when the archive is killed after the witness has cosigned: whether it is kept or not. */
  @ParameterizedTest
  @EnumSource(Cut.class)
  void aCosignatureThatWasNotKeptIsAskedForAgain(Cut cut) throws Exception {
    assertThat(trouble(follower(log, log.data))).isEmpty();
    grow(log);
    // Commits that come before: none, since what is read needs none.
    WitnessFollower cutOff = follower(log, new FaultyDataSource(log.data, cut, 0));
    assertThat(trouble(cutOff)).isNotEmpty();
    assertThat(seen(log).contains(size(log))).isEqualTo(cut == Cut.PERSISTED);

    assertThat(trouble(follower(log, log.data))).isEmpty();

    assertThat(seen(log)).containsExactly(size(log) - 1, size(log));
  }

  @Test
  void aCosignatureThatWasNotKeptIsPassedOverWhenTheLogHasGrown() throws Exception {
    assertThat(trouble(follower(log, log.data))).isEmpty();
    grow(log);
    assertThat(trouble(follower(log, new FaultyDataSource(log.data, Cut.NOT_PERSISTED, 0))))
        .isNotEmpty();
    grow(log);

    assertThat(trouble(follower(log, log.data))).isEmpty();

    assertThat(seen(log)).containsExactly(size(log) - 2, size(log));
  }

  /** With the key, and without what was signed last beside it: so that the archive signs. */
  @Test
  void anArchiveThatWasSetBackIsNotCosignedThoughItSignsWithTheSameKey(@TempDir Path elsewhere)
      throws Exception {
    assertThat(trouble(follower(log, log.data))).isEmpty();
    Files.copy(log.key, elsewhere.resolve("key"));
    try (LogSchema restored = new LogSchema("witness_restored", elsewhere)) {
      grow(restored);
      assertThat(trouble(follower(restored, restored.data)))
          .contains(
              "it saw %d entries of this log, and this archive has 1: it was set back"
                  .formatted(size(log)));

      while (size(restored) < size(log)) {
        grow(restored);
      }
      assertThat(trouble(follower(restored, restored.data)))
          .contains("it saw another history of this log before", "two different logs");
      grow(restored);
      assertThat(trouble(follower(restored, restored.data)))
          .contains("it saw another history of this log before");
      assertThat(seen(restored)).isEmpty();
    }
    grow(log);
    assertThat(trouble(follower(log, log.data))).isEmpty();
  }

  @Test
  void aWitnessThatForgotWhatItSawIsToldFromOneThatDidNot() throws Exception {
    assertThat(trouble(follower(log, log.data))).isEmpty();
    grow(log);
    stopTheWitness();
    try (var files = Files.list(folder)) {
      for (Path file : files.filter(file -> file.toString().endsWith(".checkpoint")).toList()) {
        Files.delete(file);
      }
    }
    startAWitness();

    assertThat(trouble(follower(log, log.data)))
        .contains(
            "it cosigned %d entries of this log before and now says 0".formatted(size(log) - 1));
  }

  @Test
  void aWitnessThatDoesNotKnowTheLogIsSaid() throws Exception {
    witness.stop();
    witness = RunningWitness.start(folder, 0, List.of());

    assertThat(trouble(follower(log, log.data)))
        .contains("its operator needs the keys at /log/keys", "is not among those watched here");
  }

  @ParameterizedTest
  @EnumSource(Lie.class)
  void whatAWitnessDidNotSignIsNotKept(Lie lie) throws Exception {
    assertThat(troubleWith(200, request -> lie.body(request, witness.kept().key())))
        .contains(lie.said());
    assertThat(seen(log)).isEmpty();
  }

  @Test
  void sizesThatMakeNoSenseAreNotFollowed() throws Exception {
    for (var said :
        Map.of(
                "", "is not a whole number",
                "-1\n", "is not a whole number",
                "99999999999999999999\n", "is not a whole number",
                "9223372036854775807\n", "it was set back to an earlier state",
                "<html>", "is not a whole number")
            .entrySet()) {
      assertThat(troubleWith(409, _ -> said.getKey())).contains(said.getValue());
    }
    // A witness that says another size each time it is asked is asked twice, and again a second
    // later.
    assertThat(troubleWith(409, request -> (request.oldSize() + 1) % size(log) + "\n")).isEmpty();
    assertThat(troubleWith(500, _ -> "down for repair\n"))
        .isEqualTo("it answered 500. It said: down for repair");
    assertThat(seen(log)).isEmpty();
  }

  private String troubleWith(int status, Function<AddCheckpoint, String> answer) throws Exception {
    HttpServer liar = HttpServer.create(ANY_PORT, 0);
    liar.createContext(
        "/add-checkpoint",
        exchange -> {
          try (exchange) {
            AddCheckpoint request = AddCheckpoint.parse(exchange.getRequestBody().readAllBytes());
            byte[] body = answer.apply(request).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
          }
        });
    liar.start();
    try {
      return trouble(follower(log, log.data, witness.key(), liar.getAddress().getPort()));
    } finally {
      liar.stop(0);
    }
  }
}
