package org.defter.identity;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * The token in the Authorization header (RFC 6750 section 2.1), and nowhere else: looking for it in
 * a form would read a body that is to be handed on.
 */
public final class AuthorizationHeader implements BearerTokenResolver {

  private static final Pattern BEARER =
      Pattern.compile("Bearer +(?<token>[a-zA-Z0-9._~+/-]+=*) *", Pattern.CASE_INSENSITIVE);

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    String header = request.getHeader(HttpHeaders.AUTHORIZATION);
    if (header == null) {
      return null;
    }
    Matcher bearer = BEARER.matcher(header);
    if (!bearer.matches()) {
      throw new OAuth2AuthenticationException(
          BearerTokenErrors.invalidRequest("write it as: Authorization: Bearer TOKEN"));
    }
    return bearer.group("token");
  }
}
