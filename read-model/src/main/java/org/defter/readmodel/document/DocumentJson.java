package org.defter.readmodel.document;

import org.defter.core.event.ArchiveJson;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The JSON form of documents: as {@link ArchiveJson}, but a field that is not known is passed over,
 * so that documents written by a newer version can still be read.
 */
public final class DocumentJson {

  private static final JsonMapper MAPPER =
      ArchiveJson.mapper()
          .rebuild()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private DocumentJson() {}

  /** The mapper. Never reconfigure it. */
  public static JsonMapper mapper() {
    return MAPPER;
  }
}
