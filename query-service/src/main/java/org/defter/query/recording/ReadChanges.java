package org.defter.query.recording;

import java.util.LinkedHashMap;
import java.util.Map;
import org.defter.core.event.ArchiveJson;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What is to change in many facts, as it is understood.
 *
 * @param changes the new value of each field that changes, as in a correction; null takes it away
 * @param from the value that only those to change have; null for any
 * @param mistakes what is not clear
 */
public record ReadChanges(Map<String, JsonNode> changes, @Nullable Value from, Mistakes mistakes) {

  /** The mass correction, as the command takes it. */
  public byte[] command(Map<String, String> reason) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("changes", changes);
    if (from != null) {
      body.put("from", Map.of("value", Correction.json(from)));
    }
    body.put("reason", reason);
    return ArchiveJson.mapper().writeValueAsBytes(body);
  }
}
