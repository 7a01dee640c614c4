package org.defter.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import org.defter.identity.AuthorizationHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.client.OAuth2AuthorizationContext;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.RefreshTokenOAuth2AuthorizedClientProvider;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;

/**
 * The token of a request: its own, or that of the browser's session, which is renewed before it
 * ends. So everything else knows one way only to tell who asks. A session whose token is no longer
 * good is as none: what is open can be read on.
 */
final class SessionTokens implements BearerTokenResolver {

  private static final Logger LOG = LoggerFactory.getLogger(SessionTokens.class);
  private static final Duration GOOD_FOR_AT_LEAST = Duration.ofMinutes(1);

  /** Whose tokens they are, the session says already. */
  private static final Authentication WHOEVER =
      new AnonymousAuthenticationToken(
          "session", "whoever", AuthorityUtils.createAuthorityList("SESSION"));

  private final AuthorizationHeader header = new AuthorizationHeader();
  private final RefreshTokenOAuth2AuthorizedClientProvider renewal =
      new RefreshTokenOAuth2AuthorizedClientProvider();
  private final OAuth2AuthorizedClientRepository clients;
  private final JwtDecoder decoder;
  private final HttpServletResponse response;

  /**
   * @param response to the request at hand, whichever thread asks
   */
  SessionTokens(
      OAuth2AuthorizedClientRepository clients, JwtDecoder decoder, HttpServletResponse response) {
    this.clients = clients;
    this.decoder = decoder;
    this.response = response;
    renewal.setClockSkew(GOOD_FOR_AT_LEAST);
  }

  @Override
  public @Nullable String resolve(HttpServletRequest request) {
    if (request.getHeader(HttpHeaders.AUTHORIZATION) != null) {
      return header.resolve(request);
    }
    if (request.getSession(false) == null) {
      return null;
    }
    OAuth2AuthorizedClient client =
        clients.loadAuthorizedClient(SecurityConfiguration.PROVIDER, WHOEVER, request);
    if (client == null) {
      return null;
    }
    try {
      String token = renewed(client, request).getAccessToken().getTokenValue();
      decoder.decode(token);
      return token;
    } catch (OAuth2AuthorizationException | JwtException ended) {
      LOG.debug("a session ended: {}", ended.getMessage());
      return null;
    }
  }

  private OAuth2AuthorizedClient renewed(
      OAuth2AuthorizedClient client, HttpServletRequest request) {
    Instant ends = client.getAccessToken().getExpiresAt();
    if (ends == null
        || client.getRefreshToken() == null
        || Instant.now().isBefore(ends.minus(GOOD_FOR_AT_LEAST))) {
      return client;
    }
    OAuth2AuthorizedClient fresh =
        renewal.authorize(
            OAuth2AuthorizationContext.withAuthorizedClient(client).principal(WHOEVER).build());
    if (fresh == null) {
      return client;
    }
    clients.saveAuthorizedClient(fresh, WHOEVER, request, response);
    return fresh;
  }
}
