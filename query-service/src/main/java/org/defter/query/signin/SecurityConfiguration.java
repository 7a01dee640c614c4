package org.defter.query.signin;

import jakarta.servlet.http.HttpServletResponse;
import org.defter.identity.Refusals;
import org.defter.identity.TokenSecurity;
import org.defter.query.frontdoor.FrontDoor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * Who asks, in a browser or with a token; see docs/sign-in.md. A browser signs in at an OpenID
 * Connect provider, by the authorization code flow with PKCE (RFC 9700), and has a session only
 * from then on.
 */
@Configuration(proxyBeanMethods = false)
@Import(TokenSecurity.class)
class SecurityConfiguration {

  /** The name of the provider in {@code spring.security.oauth2.client.registration}. */
  static final String PROVIDER = "defter";

  static final String SIGN_OUT = "/sign-out";

  @Bean
  OAuth2AuthorizedClientRepository authorizedClients() {
    return new HttpSessionOAuth2AuthorizedClientRepository();
  }

  @Bean
  @Order(LocalProvider.AFTER)
  SecurityFilterChain requests(
      HttpSecurity http,
      TokenSecurity security,
      OAuth2AuthorizedClientRepository clients,
      JwtDecoder decoder,
      HttpServletResponse response,
      Refusals refusals,
      FrontDoor frontDoor,
      SignOut signOut,
      ObjectProvider<ClientRegistrationRepository> providers)
      throws Exception {
    security.protect(http, new SessionTokens(clients, decoder, response));
    if (providers.getIfAvailable() != null) {
      http.oauth2Login(login ->
          login
              .loginPage(SignInPage.ADDRESS)
              .authorizedClientRepository(clients)
              .successHandler(SignInPage::goBack)
              .failureUrl(SignInPage.FAILED));
    }
    return http.logout(logout -> logout.logoutUrl(SIGN_OUT).logoutSuccessHandler(signOut))
        .addFilterBefore(new CrossSiteForms(refusals), SecurityContextHolderFilter.class)
        .addFilterAfter(frontDoor, AuthorizationFilter.class)
        .build();
  }
}
