package org.defter.ingest.imports;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.ArchiveJson;
import org.defter.core.fact.Qualifier;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.core.source.Passage;
import org.defter.ingest.command.StatementKey;
import org.jspecify.annotations.Nullable;

/**
 * Names a fact after its content, so that the same row leads to the same fact however often it is
 * sent: a UUID version 8 (RFC 9562 section 5.8) of the first 122 free bits of the SHA-256 of, each
 * on a line: source, transcription revision, start and end of the passage, subject, property, value
 * as JSON, valid time, qualifiers as JSON.
 */
final class DerivedId {

  private DerivedId() {}

  static FactId of(
      SourceId source,
      Passage passage,
      StatementKey key,
      @Nullable Edtf valid,
      List<Qualifier> qualifiers) {
    String content =
        String.join(
            "\n",
            source.value(),
            Integer.toString(passage.revision()),
            Integer.toString(passage.start()),
            Integer.toString(passage.end()),
            key.subject().value(),
            key.property().value(),
            ArchiveJson.mapper().writeValueAsString(key.value()),
            valid == null ? "" : valid.text(),
            ArchiveJson.mapper().writeValueAsString(qualifiers));
    ByteBuffer digest = ByteBuffer.wrap(sha256(content));
    long high = (digest.getLong() & ~0xF000L) | 0x8000L;
    long low = (digest.getLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new FactId(new UUID(high, low).toString());
  }

  private static byte[] sha256(String content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
