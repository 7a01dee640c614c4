package org.defter.ingest.store;

import java.util.HashMap;
import java.util.Map;
import org.defter.core.event.ArchiveJson;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.SourceId;
import org.defter.core.source.CorrectionRule;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The rules by collection. They are few and change rarely, so all are held; but another node may
 * have set one a moment ago, so each transaction that asks counts how many were ever set, in an
 * index that holds nothing else. Events are only ever added: as many as before are the same as
 * before.
 */
@Component
class StoredRules {

  private final JdbcClient jdbc;
  private volatile InForce known = new InForce(0, Map.of());

  StoredRules(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The rules at one time.
   *
   * @param count how many times a rule had been set or given up
   * @param rules each by the source it was set on
   */
  record InForce(long count, Map<SourceId, CorrectionRule> rules) {

    boolean isNone() {
      return rules.isEmpty();
    }

    /** The rule set on this very source; null when there is none. */
    @Nullable CorrectionRule on(SourceId source) {
      return rules.get(source);
    }
  }

  /** The rules now. */
  InForce inForce() {
    long count =
        jdbc.sql(
                """
                SELECT count(*) FROM domain_event_entry
                WHERE payload_type = 'archive.source.correction-rule-set.v1'
                """)
            .query(Long.class)
            .single();
    InForce before = known;
    if (before.count() == count) {
      return before;
    }
    InForce now = read();
    known = now;
    return now;
  }

  /** The rule alone is taken from each event, which holds the source's transcription too. */
  private InForce read() {
    Map<SourceId, CorrectionRule> rules = new HashMap<>();
    long[] count = {0};
    jdbc.sql(
            """
            SELECT aggregate_identifier, payload::json -> 'rule' AS rule FROM domain_event_entry
            WHERE payload_type = 'archive.source.correction-rule-set.v1'
            ORDER BY aggregate_identifier, sequence_number
            """)
        .query(
            (RowCallbackHandler)
                row -> {
                  count[0]++;
                  SourceId source = (SourceId) ArchiveId.parse(row.getString(1));
                  String rule = row.getString(2);
                  if (rule == null) {
                    rules.remove(source);
                  } else {
                    rules.put(source, ArchiveJson.mapper().readValue(rule, CorrectionRule.class));
                  }
                });
    return new InForce(count[0], Map.copyOf(rules));
  }
}
