package org.defter.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.defter.core.id.Actor;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as the headers say; nobody checks it until there is sign-in.
 *
 * @param actor null where they do not say
 * @param onBehalfOf for whom; null when for themselves
 */
public record Reader(@Nullable Actor actor, @Nullable Actor onBehalfOf) {

  static final String ACTOR = "Defter-Actor";
  private static final String ACTOR_NAME = "Defter-Actor-Name";
  private static final String ACTOR_ROLE = "Defter-Actor-Role";
  private static final String ON_BEHALF_OF = "Defter-On-Behalf-Of";

  /**
   * Who sends a request.
   *
   * @throws InvalidValue when a header holds no identifier or no name
   */
  public static Reader of(HttpServletRequest request) {
    return of(request, "reader");
  }

  static Reader of(HttpServletRequest request, String roleUnlessGiven) {
    String id = request.getHeader(ACTOR);
    String role = request.getHeader(ACTOR_ROLE);
    String behalf = request.getHeader(ON_BEHALF_OF);
    return new Reader(
        id == null
            ? null
            : new Actor(
                id, decoded(request.getHeader(ACTOR_NAME)), role == null ? roleUnlessGiven : role),
        behalf == null ? null : new Actor(behalf, null, "principal"));
  }

  private static @Nullable String decoded(@Nullable String percentEncoded) {
    if (percentEncoded == null) {
      return null;
    }
    try {
      return URLDecoder.decode(percentEncoded.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidValue(ACTOR_NAME, "is not percent-encoded UTF-8 (RFC 3986)");
    }
  }
}
