package org.defter.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Somebody whose token was checked.
 *
 * @param id stable for ever: the token's subject
 * @param name as people know them; null where the token does not say
 * @param roles all that the token names, in its order
 * @param rights what these give
 * @param token the token itself, to be handed on
 */
public record SignedIn(
    String id, @Nullable String name, List<String> roles, Set<Right> rights, String token) {

  public SignedIn {
    roles = List.copyOf(roles);
    rights = rights.isEmpty() ? Set.of() : EnumSet.copyOf(rights);
  }

  /** Who sends the request that this thread answers; null when they did not sign in. */
  public static @Nullable SignedIn current() {
    Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
    return authentication instanceof JwtAuthenticationToken token
            && token.getDetails() instanceof SignedIn person
        ? person
        : null;
  }

  /** Whether whoever sends the request that this thread answers has a right. */
  public static boolean currentMay(Right right) {
    SignedIn person = current();
    return person != null && person.rights().contains(right);
  }

  static SignedIn of(Jwt token, SignInProperties properties) {
    List<String> roles = roles(token.getClaims(), properties.rolesClaim());
    return new SignedIn(
        Objects.requireNonNull(token.getSubject(), "the decoder insists on it"),
        token.getClaimAsString(properties.nameClaim()),
        roles,
        Role.rightsOf(roles),
        token.getTokenValue());
  }

  private static List<String> roles(Map<String, Object> claims, String path) {
    Object at = claims;
    for (String step : path.split("\\.", -1)) {
      at = at instanceof Map<?, ?> map ? map.get(step) : null;
    }
    return at instanceof Collection<?> all ? all.stream().map(String::valueOf).toList() : List.of();
  }
}
