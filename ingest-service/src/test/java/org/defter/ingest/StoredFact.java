package org.defter.ingest;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Facts as the store has them. */
final class StoredFact {

  private StoredFact() {}

  static boolean exists(String fact) {
    return !events(fact).isEmpty();
  }

  /** The newest event, with the version it led to. */
  static JsonNode newest(String fact) {
    return events(fact).getLast();
  }

  /** The event that led to a version. */
  static JsonNode at(String fact, int version) {
    return events(fact).get(version - 1);
  }

  private static List<ObjectNode> events(String fact) {
    return Running.SERVICE
        .getBean(JdbcTemplate.class)
        .query(
            """
            SELECT sequence_number + 1 AS version, payload FROM domain_event_entry
            WHERE aggregate_identifier = ? ORDER BY sequence_number
            """,
            (row, _) ->
                ((ObjectNode) JsonMapper.shared().readTree(row.getString("payload")))
                    .put("version", row.getLong("version")),
            "fact/" + fact);
  }
}
