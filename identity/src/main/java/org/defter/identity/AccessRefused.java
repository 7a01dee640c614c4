package org.defter.identity;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authorization.AuthorityAuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Says to people why they may not, and what to do. */
public final class AccessRefused {

  private AccessRefused() {}

  /** Of a request whose sender cannot be looked up at the moment (503). */
  public static String words(AuthenticationServiceException unchecked) {
    return "your token cannot be checked, since the sign-in provider does not answer: ask again in a"
        + " few seconds";
  }

  /** Of a request whose sender is not known (401). */
  public static String words(AuthenticationException refused) {
    return refused instanceof InvalidBearerTokenException
        ? "the token is not one that the archive believes, or is no longer good: get a new one"
        : "sign in, or send a token: Authorization: Bearer TOKEN. `defter token` prints one on the"
            + " archive's own machine";
  }

  /** Of a request whose sender lacks the right (403). */
  public static String words(AccessDeniedException refused) {
    String roles = roles(refused);
    return roles == null
        ? "your roles do not allow this: ask somebody whose roles do"
        : "your roles do not allow this: it takes one of " + roles;
  }

  private static @Nullable String roles(AccessDeniedException refused) {
    return refused instanceof AuthorizationDeniedException denied
            && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
        ? decision.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .flatMap(right ->
                Arrays.stream(Role.values())
                    .filter(role -> role.rights().contains(Right.valueOf(String.valueOf(right)))))
            .map(Role::word)
            .distinct()
            .collect(Collectors.joining(", "))
        : null;
  }
}
