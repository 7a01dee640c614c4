package org.defter.query.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where signing out leads: by way of the provider, which would otherwise let the next person at the
 * same machine in as the one before (OpenID Connect RP-Initiated Logout 1.0), to the first page.
 */
@Component
public final class SignOut implements LogoutSuccessHandler {

  private final String provider;

  /**
   * @param provider its {@code end_session_endpoint}, as browsers reach it; empty where it has no
   *     session of its own
   */
  SignOut(@Value("${defter.sign-in.sign-out:}") String provider) {
    this.provider = provider;
  }

  /** The scheme, host and port of the provider, which a form may lead to; empty where none may. */
  public String origin() {
    return provider.isEmpty()
        ? ""
        : UriComponentsBuilder.fromUriString(provider)
            .replacePath(null)
            .replaceQuery(null)
            .toUriString();
  }

  @Override
  public void onLogoutSuccess(
      HttpServletRequest request, HttpServletResponse response, @Nullable Authentication signedIn)
      throws IOException {
    if (!provider.isEmpty()
        && signedIn != null
        && signedIn.getPrincipal() instanceof OidcUser person) {
      response.sendRedirect(
          UriComponentsBuilder.fromUriString(provider)
              .queryParam("id_token_hint", person.getIdToken().getTokenValue())
              .queryParam(
                  "post_logout_redirect_uri",
                  ServletUriComponentsBuilder.fromContextPath(request).path("/").toUriString())
              .encode()
              .toUriString());
      return;
    }
    response.sendRedirect("/");
  }
}
