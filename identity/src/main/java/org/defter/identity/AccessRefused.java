package org.defter.identity;

import java.util.Arrays;
import java.util.stream.Stream;
import org.defter.core.detail.Detail;
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
  public static Detail words(AuthenticationServiceException unchecked) {
    return Detail.of("access.token-unchecked");
  }

  /** Of a request whose sender is not known (401). */
  public static Detail words(AuthenticationException refused) {
    return refused instanceof InvalidBearerTokenException
        ? Detail.of("access.token-refused")
        : Detail.of("access.not-signed-in");
  }

  /** Of a request whose sender lacks the right (403). */
  public static Detail words(AccessDeniedException refused) {
    return roles(refused)
        .map(role -> Detail.of("access.role." + role.word()))
        .reduce((first, next) -> Detail.of("access.roles", first, next))
        .map(roles -> Detail.of("access.needs-role", roles))
        .orElseGet(() -> Detail.of("access.not-allowed"));
  }

  /** Those that have the right. */
  private static Stream<Role> roles(AccessDeniedException refused) {
    return refused instanceof AuthorizationDeniedException denied
            && denied.getAuthorizationResult() instanceof AuthorityAuthorizationDecision decision
        ? decision.getAuthorities().stream()
            .map(GrantedAuthority::getAuthority)
            .flatMap(right ->
                Arrays.stream(Role.values())
                    .filter(role -> role.rights().contains(Right.valueOf(String.valueOf(right)))))
            .distinct()
        : Stream.empty();
  }
}
