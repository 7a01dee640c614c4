package org.defter.core.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The name of a finding about two facts. It follows from their names, so that nobody gives it.
 *
 * @param value a slug or UUID, see {@link ArchiveId#checked}
 */
public record FindingId(@JsonValue String value) implements ArchiveId {

  static final String KIND = "finding";

  /** Bytes of the digest that are kept: no two pairs will ever share them. */
  private static final int KEPT = 16;

  /**
   * @throws org.defter.core.value.InvalidValue when the text is not an identifier
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public FindingId {
    ArchiveId.checked(KIND, value);
  }

  /** The name of the finding about these two facts, in either order. */
  public static FindingId about(FactId one, FactId other) {
    String both =
        Stream.of(one, other).map(FactId::value).sorted().collect(Collectors.joining("\n"));
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(both.getBytes(StandardCharsets.UTF_8));
      return new FindingId(HexFormat.of().formatHex(digest, 0, KEPT));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }

  @Override
  public String kind() {
    return KIND;
  }
}
