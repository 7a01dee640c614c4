package org.defter.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.defter.ingest.Running.SERVICE;
import static org.defter.ingest.Running.send;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.defter.audit.Auditor;
import org.defter.audit.Auditor.Verdict;
import org.defter.audit.LogClient;
import org.defter.core.log.Checkpoint;
import org.defter.core.log.MerkleTree;
import org.defter.core.log.SignedNote;
import org.defter.core.log.SignerKey;
import org.defter.core.log.VerifierKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * An operator with all rights on the database changes it behind the archive's back, and is caught.
 */
class AuditIT {

  private static final JdbcTemplate JDBC = SERVICE.getBean(JdbcTemplate.class);
  private static final Auditor AUDITOR =
      new Auditor(
          new LogClient(
              URI.create(
                  "http://127.0.0.1:"
                      + SERVICE.getEnvironment().getRequiredProperty("local.server.port")),
              Running.IDENTITY.token("auditor", List.of("auditor"))));
  private static final Path KEY = Path.of("target", "stack", "log", "key");
  private static final String TARGET = "subject/audited";

  @BeforeEach
  void holdsEventsThatAreAllInTheSignedLog() throws Exception {
    send("POST", "/api/v1/subjects", subject("audited"));
    send("POST", "/api/v1/subjects", subject("audited-too"));
    await()
        .until(() ->
            Boolean.TRUE.equals(
                JDBC.queryForObject(
                    "SELECT NOT EXISTS (SELECT FROM event_to_log)"
                        + " AND (SELECT max(size) FROM log_checkpoint) = (SELECT size FROM log_head)",
                    Boolean.class)));
    Verdict untouched = audit(null);
    assertThat(untouched.findings()).isEmpty();
    assertThat(untouched.entries())
        .isEqualTo(JDBC.queryForObject("SELECT count(*) FROM domain_event_entry", Long.class));
  }

  @Test
  void namesAnEventThatWasEdited() throws Exception {
    String payload = one("SELECT payload FROM domain_event_entry WHERE aggregate_identifier = ?");
    behindTheBack("UPDATE domain_event_entry SET payload = replace(payload, 'N', 'M') " + WHICH);

    assertCaught("was changed after it entered the log");

    behindTheBack("UPDATE domain_event_entry SET payload = '" + payload + "' " + WHICH);
  }

  /** Who did it and when are part of what is signed, as much as what was done. */
  @Test
  void namesAnEventThatSomebodyElseIsSaidToHaveRecorded() throws Exception {
    behindTheBack(
        "UPDATE domain_event_entry SET meta_data = replace(meta_data, '\"ann\"', '\"bob\"') "
            + WHICH);

    assertCaught("was changed after it entered the log");

    behindTheBack(
        "UPDATE domain_event_entry SET meta_data = replace(meta_data, '\"bob\"', '\"ann\"') "
            + WHICH);
  }

  @Test
  void namesAnEventThatWasDeleted() throws Exception {
    Map<String, Object> row =
        JDBC.queryForMap("SELECT * FROM domain_event_entry WHERE aggregate_identifier = ?", TARGET);
    behindTheBack("DELETE FROM domain_event_entry " + WHICH);

    assertCaught("is gone from the store");

    insert(row);
  }

  @Test
  void namesBothEventsThatChangedPlaces() throws Exception {
    String swap =
        """
        UPDATE domain_event_entry SET aggregate_identifier = CASE aggregate_identifier
          WHEN 'subject/audited' THEN 'subject/audited-too' ELSE 'subject/audited' END,
          sequence_number = sequence_number + %d
        WHERE aggregate_identifier IN ('subject/audited', 'subject/audited-too')
        """;
    behindTheBack(swap.formatted(1));

    Verdict verdict = audit(null);
    assertThat(verdict.found()).isEqualTo(2);
    assertThat(verdict.findings().toString()).contains("subject/audited,", "subject/audited-too,");

    behindTheBack(swap.formatted(-1));
  }

  @Test
  void namesAnEventThatWasWrittenPastTheArchive() throws Exception {
    Map<String, Object> row =
        JDBC.queryForMap("SELECT * FROM domain_event_entry WHERE aggregate_identifier = ?", TARGET);
    row.put("event_identifier", "a-forgery");
    row.put("sequence_number", 1L);
    row.put("global_index", 1_000_000_000L);
    insert(row);

    Verdict verdict = audit(null);
    assertThat(verdict.findings())
        .containsExactly(
            "subject/audited, version 2 (event a-forgery) is in the store and not in the log: it was"
                + " not written by the archive");

    behindTheBack("DELETE FROM domain_event_entry WHERE event_identifier = 'a-forgery'");
  }

  @Test
  void tellsThatTheTreeWasChangedTogetherWithTheEvent() throws Exception {
    behindTheBack(
        "UPDATE log_tile SET hashes = set_byte(hashes, length(hashes) - 1, get_byte(hashes, length(hashes) - 1) # 1)"
            + " WHERE level = 0 AND number = (SELECT max(number) FROM log_tile WHERE level = 0)");

    Verdict verdict = audit(null);
    assertThat(verdict.findings().getLast()).contains("are not those that were signed");

    behindTheBack(
        "UPDATE log_tile SET hashes = set_byte(hashes, length(hashes) - 1, get_byte(hashes, length(hashes) - 1) # 1)"
            + " WHERE level = 0 AND number = (SELECT max(number) FROM log_tile WHERE level = 0)");
  }

  @Test
  void tellsThatTheArchiveWasSetBackSinceTheLastAudit() throws Exception {
    long size = audit(null).entries();
    SignerKey key = key();
    SignedNote later =
        new Checkpoint(key.verifier().name(), size + 1, MerkleTree.EMPTY_ROOT).sign(List.of(key));

    assertThat(audit(later).findings())
        .containsExactly(
            "the log has %,d entries and had %,d: the archive was set back to an earlier state"
                .formatted(size, size + 1));
  }

  @Test
  void tellsThatTheArchiveShowsAnotherHistoryThanAtTheLastAudit() throws Exception {
    long size = audit(null).entries();
    SignerKey key = key();
    SignedNote other =
        new Checkpoint(key.verifier().name(), size - 1, MerkleTree.EMPTY_ROOT).sign(List.of(key));

    assertThat(audit(other).findings().getFirst()).contains("another history");
  }

  private static final String WHICH = "WHERE aggregate_identifier = 'subject/audited'";

  private static void assertCaught(String how) throws Exception {
    Verdict verdict = audit(null);
    assertThat(verdict.findings()).hasSize(1);
    assertThat(verdict.findings().getFirst()).contains("subject/audited, version 1 (event ", how);
  }

  private static Verdict audit(@org.jspecify.annotations.Nullable SignedNote before)
      throws IOException, InterruptedException {
    return AUDITOR.audit(
        List.of(VerifierKey.parse(key().verifier().toString())), before, _ -> {}, _ -> {});
  }

  private static SignerKey key() throws IOException {
    return SignerKey.parse(Files.readString(KEY).lines().toList().getLast());
  }

  private static String one(String question) {
    return String.valueOf(JDBC.queryForObject(question, String.class, TARGET));
  }

  private static void behindTheBack(String change, Object... arguments) {
    new TransactionTemplate(SERVICE.getBean(PlatformTransactionManager.class))
        .executeWithoutResult(_ -> {
          JDBC.execute("ALTER TABLE domain_event_entry DISABLE TRIGGER USER");
          assertThat(JDBC.update(change, arguments)).isPositive();
          JDBC.execute("ALTER TABLE domain_event_entry ENABLE TRIGGER USER");
        });
  }

  private static void insert(Map<String, Object> row) {
    behindTheBack(
        "INSERT INTO domain_event_entry OVERRIDING SYSTEM VALUE SELECT * FROM"
            + " json_populate_record(NULL::domain_event_entry, ?::json)",
        JsonMapper.shared().writeValueAsString(row));
  }

  private static String subject(String id) {
    return "{\"id\":\"%s\",\"names\":[{\"text\":\"N\",\"language\":\"en\"}]}".formatted(id);
  }
}
