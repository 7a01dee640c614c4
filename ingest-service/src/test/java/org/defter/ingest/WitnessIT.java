package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.defter.ingest.Running.send;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.defter.audit.Auditor;
import org.defter.audit.LogClient;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.Hash;
import org.defter.core.log.LogProof;
import org.defter.core.log.SignatureType;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.VerifierKey;
import org.defter.core.log.evidence.Evidence;
import org.defter.ingest.Running.Answer;
import org.defter.ingest.log.RunningWitness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/**
 * A node of the archive with two witnesses: one that witnesses, and one that takes requests and
 * never answers.
 */
class WitnessIT {

  private static final Duration SECONDS = Duration.ofSeconds(30);
  private static final JdbcTemplate JDBC = Running.SERVICE.getBean(JdbcTemplate.class);

  @TempDir private static Path folder;
  private static VerifierKey archive;
  private static VerifierKey witness;
  private static RunningWitness running;
  private static ServerSocket silent;
  private static ConfigurableApplicationContext node;

  @BeforeAll
  static void hasWitnesses() throws IOException {
    archive =
        SignerKey.parse(
                Files.readString(Path.of("target/stack/log/key")).lines().toList().getLast())
            .verifier();
    running = RunningWitness.start(folder, 0, List.of(archive));
    witness = running.key();
    silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    VerifierKey never =
        SignerKey.generate("silent.example", SignatureType.COSIGNATURE, new SecureRandom())
            .verifier();
    node =
        Running.start(
            "--defter.log.witnesses=%s http://127.0.0.1:%d/, %s http://127.0.0.1:%d"
                .formatted(witness, running.port(), never, silent.getLocalPort()));
  }

  @AfterAll
  static void end() throws IOException {
    node.close();
    silent.close();
    running.stop();
  }

  private static Answer get(String path) {
    return getFrom(
        "http://127.0.0.1:" + node.getEnvironment().getRequiredProperty("local.server.port"), path);
  }

  private static Answer getFrom(String address, String path) {
    return send(HttpRequest.newBuilder(URI.create(address + path)).build());
  }

  /** How it stands with a witness, as the archive says. */
  private static JsonNode standing(String name) {
    for (JsonNode standing : get("/log/witnesses").json()) {
      if (standing.path("name").asString().equals(name)) {
        return standing;
      }
    }
    throw new AssertionError(name + " is not a witness");
  }

  private static long entries() {
    return Objects.requireNonNull(
        JDBC.queryForObject(
            "SELECT size FROM log_head WHERE NOT EXISTS (SELECT FROM event_to_log)"
                + " UNION ALL SELECT -1 LIMIT 1",
            Long.class));
  }

  private static void awaitThatTheWitnessSawAll() {
    await()
        .atMost(SECONDS)
        .until(() -> standing("witness.example").path("size").asLong(-2) == entries());
  }

  private static void record(String id) {
    String subject =
        "{\"id\":\"%s\",\"names\":[{\"text\":\"N\",\"language\":\"en\"}]}".formatted(id);
    assertThat(send("POST", "/api/v1/subjects", subject).status()).isEqualTo(201);
  }

  @Test
  void showsWhichWitnessSawWhichCheckpoint() {
    record("witnessed");
    awaitThatTheWitnessSawAll();
    long size = entries();

    JsonNode standing = standing("witness.example");
    assertThat(standing.path("verifier").asString()).isEqualTo(witness.toString());
    assertThat(standing.has("trouble")).isFalse();
    Instant seen = Instant.parse(standing.path("seen").asString());
    assertThat(seen).isBetween(Instant.now().minusSeconds(600), Instant.now());

    JsonNode newest = get("/log/checkpoints?limit=1").json().path(0);
    assertThat(newest.path("size").asLong()).isEqualTo(size);
    assertThat(newest.path("seen")).hasSize(1);
    assertThat(newest.at("/seen/0/name").asString()).isEqualTo("witness.example");
    assertThat(Instant.parse(newest.at("/seen/0/at").asString())).isEqualTo(seen);

    JsonNode earlier = get("/log/checkpoints?limit=2&before=" + size).json();
    assertThat(earlier).hasSize(2);
    assertThat(earlier.at("/0/size").asLong()).isLessThan(size);

    for (String path : List.of("/log/checkpoint", "/log/checkpoints/" + size)) {
      SignedNote note = SignedNote.parse(get(path).response().body());
      assertThat(Checkpoint.verified(note, List.of(archive, witness)).size()).isEqualTo(size);
      assertThat(note.verified(List.of(witness)).getFirst().cosignedAt()).isEqualTo(seen);
    }
    assertThat(get("/log/checkpoints/999999999").status()).isEqualTo(404);
    assertThat(get("/api/v1/status").json().at("/log/witnesses/0/size").asLong()).isEqualTo(size);
  }

  @Test
  void aProofOfAnEventHasTheCosignature() {
    record("proven");
    awaitThatTheWitnessSawAll();
    String event =
        JDBC.queryForObject(
            "SELECT event_identifier FROM domain_event_entry WHERE aggregate_identifier = 'subject/proven'",
            String.class);

    LogProof proof = LogProof.parse(get("/log/proof?event=" + event).response().body());

    assertThat(proof.checkpoint().verified(List.of(archive, witness))).hasSize(2);
  }

  @Test
  void theEvidenceOfAFactSaysWhoSawIt() throws Exception {
    record("seen");
    send(
        "PUT",
        "/api/v1/properties/seen",
        "{\"labels\":[{\"text\":\"seen\",\"language\":\"en\"}],\"datatype\":\"boolean\"}");
    send(
        "POST",
        "/api/v1/sources",
        "{\"id\":\"seen\",\"title\":\"S\",\"transcription\":{\"language\":\"en\",\"text\":\"It is.\"}}");
    Answer recorded =
        send(
            "POST",
            "/api/v1/facts",
            """
            {"id":"seen","subject":"seen","property":"seen","value":{"type":"boolean","value":true},
             "citations":[{"source":"seen","quote":{"exact":"It is"}}]}
            """);
    assertThat(recorded.status()).as(recorded.response().body()).isEqualTo(201);
    awaitThatTheWitnessSawAll();
    // Not seen yet, most likely: the evidence is of what was.
    record("later");

    String file = get("/api/v1/facts/seen/evidence").response().body();

    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    assertThat(String.join("\n", Evidence.verify(bytes, List.of(archive, witness)).words()))
        .startsWith("PROVEN: version")
        .contains("  signed by " + witness + ", who saw it at 20");
    assertThat(String.join("\n", Evidence.verify(bytes, List.of(archive)).words()))
        .startsWith("PROVEN: version")
        .contains("  also signed by " + witness);
    assertThat(otherVerifier(Files.writeString(folder.resolve("seen.json"), file)))
        .startsWith("PROVEN: ")
        .contains("seen by witness.example at 20");
  }

  private static String otherVerifier(Path file) throws Exception {
    Process python =
        new ProcessBuilder(
                "python3",
                "../docs/verify/verify.py",
                file.toString(),
                archive.toString(),
                witness.toString())
            .redirectErrorStream(true)
            .start();
    return new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** Who does not trust the archive begins with what the witness saw. */
  @Test
  void anAuditGoesOnFromTheCheckpointOfTheWitness() throws Exception {
    record("audited-by-witness");
    awaitThatTheWitnessSawAll();
    String latest =
        getFrom(
                "http://127.0.0.1:" + running.port(),
                "/"
                    + Hash.sha256(archive.name().getBytes(StandardCharsets.UTF_8)).hex()
                    + "/checkpoint")
            .response()
            .body();
    URI address =
        URI.create(
            "http://127.0.0.1:" + node.getEnvironment().getRequiredProperty("local.server.port"));

    Auditor.Verdict verdict =
        new Auditor(new LogClient(address, Running.IDENTITY.token("auditor", List.of("auditor"))))
            .audit(List.of(archive, witness), SignedNote.parse(latest), _ -> {}, _ -> {});

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.checkpoint().verified(List.of(archive, witness))).hasSize(2);
  }

  @Test
  void goesOnWhenAWitnessWasDown() throws IOException {
    record("before");
    awaitThatTheWitnessSawAll();
    long seen = entries();
    int port = running.port();
    running.stop();
    record("meanwhile");

    await()
        .atMost(SECONDS)
        .until(() ->
            standing("witness.example").path("trouble").asString("").contains("does not answer"));
    await()
        .atMost(SECONDS)
        .until(() ->
            Checkpoint.parse(SignedNote.parse(get("/log/checkpoint").response().body()).text())
                    .size()
                > seen);
    assertThat(standing("witness.example").path("size").asLong()).isEqualTo(seen);

    running = RunningWitness.start(folder, port, List.of(archive));
    awaitThatTheWitnessSawAll();
    assertThat(standing("witness.example").has("trouble")).isFalse();
  }

  @Test
  void saysThatAWitnessIsSilentAndWaitsForItNowhere() {
    await()
        .atMost(SECONDS)
        .until(() ->
            standing("silent.example")
                .path("trouble")
                .asString("")
                .contains("did not answer within 10 seconds"));
    assertThat(standing("silent.example").has("size")).isFalse();
    record("in-spite-of-it");
    awaitThatTheWitnessSawAll();
  }
}
