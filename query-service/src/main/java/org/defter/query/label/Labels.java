package org.defter.query.label;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import org.defter.core.id.ArchiveId;

/**
 * What some things are called.
 *
 * @param byQualifiedId for example {@code subject/oic} to "Organisation of Islamic Cooperation";
 *     qualified, because a subject and a property can share an identifier
 */
public record Labels(@JsonValue Map<String, String> byQualifiedId) {

  public Labels {
    byQualifiedId = Map.copyOf(byQualifiedId);
  }

  /** Its label; the identifier itself where it is not known. */
  public String of(ArchiveId id) {
    return byQualifiedId.getOrDefault(id.qualified(), id.value());
  }
}
