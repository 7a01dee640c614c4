package org.defter.ingest.http;

import jakarta.servlet.http.HttpServletRequest;
import org.defter.core.detail.Detail;
import org.defter.core.id.Actor;
import org.defter.core.value.InvalidValue;
import org.defter.identity.Role;
import org.defter.identity.SignedIn;
import org.jspecify.annotations.Nullable;

/**
 * Who asks, as their token says, and for whom, as they say.
 *
 * @param actor null when they did not sign in
 * @param onBehalfOf for whom; null when for themselves
 */
public record Reader(@Nullable Actor actor, @Nullable Actor onBehalfOf) {

  private static final String ACTOR = "Defter-Actor";
  private static final String ACTOR_ROLE = "Defter-Actor-Role";
  private static final String ON_BEHALF_OF = "Defter-On-Behalf-Of";

  /**
   * Who sends a request.
   *
   * @throws InvalidValue when a header holds no identifier, or a role that they do not have
   */
  public static Reader of(HttpServletRequest request) {
    SignedIn person = SignedIn.current();
    String behalf = request.getHeader(ON_BEHALF_OF);
    return new Reader(
        person == null ? null : actor(person, request),
        behalf == null ? null : new Actor(behalf, null, "principal"));
  }

  private static Actor actor(SignedIn person, HttpServletRequest request) {
    String claimed = request.getHeader(ACTOR);
    if (claimed != null && !claimed.equals(person.id())) {
      throw new InvalidValue(ACTOR, Detail.of("ingest.header.other-actor", person.id()));
    }
    return new Actor(person.id(), person.name(), role(person, request.getHeader(ACTOR_ROLE)));
  }

  /** The one of their roles in which they act: that which they name, or else the first. */
  private static String role(SignedIn person, @Nullable String named) {
    if (named == null) {
      return person.roles().isEmpty() ? Role.RESEARCHER.word() : person.roles().getFirst();
    }
    if (!person.roles().contains(named)) {
      throw new InvalidValue(
          ACTOR_ROLE,
          Detail.of("ingest.header.no-such-role", named, String.join(", ", person.roles())));
    }
    return named;
  }
}
