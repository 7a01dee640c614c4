package org.defter.ingest.command;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defter.core.decision.Refusal;
import org.defter.core.event.Receipt;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Which requests were answered with what. Written in the transaction that stores the events, so
 * that there is an answer exactly when there is an effect. Two transactions with the same key: the
 * primary key lets one of them commit.
 */
@Component
class IdempotencyKeys {

  private final JdbcTemplate jdbc;

  IdempotencyKeys(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The answers already given to these requests; a refusal where the key was used for another
   * request.
   */
  Map<IdempotencyKey, Outcome> answered(Collection<IdempotencyKey> keys) {
    Map<IdempotencyKey, Outcome> answers = new HashMap<>();
    if (keys.isEmpty()) {
      return answers;
    }
    jdbc.query(
        """
        SELECT actor_id, idempotency_key, request_sha256, receipt FROM idempotency_key
        WHERE idempotency_key = ANY (?)
        """,
        row -> {
          String actor = row.getString("actor_id");
          String value = row.getString("idempotency_key");
          String digest = row.getString("request_sha256");
          Receipt receipt = Receipt.parse(row.getString("receipt"));
          keys.stream()
              .filter(key -> key.actorId().equals(actor) && key.value().equals(value))
              .forEach(key -> answers.put(key, answer(key, digest, receipt)));
        },
        (Object) keys.stream().map(IdempotencyKey::value).toArray(String[]::new));
    return answers;
  }

  private static Outcome answer(IdempotencyKey key, String digest, Receipt receipt) {
    return digest.equals(key.requestDigest())
        ? new Outcome.Done(receipt)
        : new Outcome.Refused(new Refusal.KeyReused());
  }

  /** Keeps the answers that are about to be committed. */
  void remember(Map<IdempotencyKey, Outcome.Done> answers) {
    if (answers.isEmpty()) {
      return;
    }
    List<Object[]> rows =
        answers.entrySet().stream()
            .map(entry ->
                new Object[] {
                  entry.getKey().actorId(),
                  entry.getKey().value(),
                  entry.getKey().requestDigest(),
                  entry.getValue().receipt().token()
                })
            .toList();
    jdbc.batchUpdate(
        """
        INSERT INTO idempotency_key (actor_id, idempotency_key, request_sha256, receipt)
        VALUES (?, ?, ?, ?)
        """,
        rows);
  }
}
