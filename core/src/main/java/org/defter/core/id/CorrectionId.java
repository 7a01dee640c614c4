package org.defter.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The name of a proposed correction.
 *
 * @param value a slug or UUID, see {@link ArchiveId#checked}
 */
public record CorrectionId(@JsonValue String value) implements ArchiveId {

  static final String KIND = "correction";

  /**
   * @throws org.defter.core.value.InvalidValue when the text is not an identifier
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public CorrectionId {
    ArchiveId.checked(KIND, value);
  }

  @Override
  public String kind() {
    return KIND;
  }
}
