package org.defter.core.event;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.defter.core.detail.Detail;
import org.defter.core.id.ArchiveId;
import org.defter.core.value.InvalidValue;

/**
 * Names the very event a command led to, so that a reader can wait until a read model holds it.
 *
 * @param id the aggregate
 * @param version the aggregate's version after the event
 * @param eventId the event
 */
public record Receipt(ArchiveId id, long version, String eventId) {

  /** An opaque token, safe in a URL. */
  public String token() {
    String text = id.qualified() + " " + version + " " + eventId;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Reads a token.
   *
   * @throws InvalidValue when it was not made by {@link #token}
   */
  public static Receipt parse(String token) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", -1);
      if (parts.length == 3) {
        Receipt receipt =
            new Receipt(ArchiveId.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
        if (receipt.token().equals(token)) {
          return receipt;
        }
      }
    } catch (IllegalArgumentException malformed) {
      throw refused();
    }
    throw refused();
  }

  private static InvalidValue refused() {
    return new InvalidValue("after", Detail.of("receipt.malformed"));
  }
}
