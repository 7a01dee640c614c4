package org.defter.query.signin;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.defter.identity.LocalIdentity;
import org.defter.identity.LocalIdentity.Person;
import org.defter.identity.Refusals;
import org.defter.identity.SignInProperties;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.dao.DaoAuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.server.authorization.OAuth2AuthorizationServerConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * An OpenID Connect provider within the service, for an archive on one machine: its people are
 * those of its data directory. Elsewhere, the institution's own provider stands here.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("defter.sign-in.local")
class LocalProvider {

  static final String FORM = "/sign-in/local";

  /** Where the chain for everything else stands. */
  static final int AFTER = 3;

  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
  private static final Duration SIGNED_IN_FOR = Duration.ofHours(8);

  @Bean
  LocalIdentity localIdentity(
      @Value("${defter.sign-in.local}") Path folder, SignInProperties properties) {
    return LocalIdentity.in(folder, String.valueOf(properties.issuer()));
  }

  @Bean
  @Order(1)
  SecurityFilterChain provider(HttpSecurity http) throws Exception {
    OAuth2AuthorizationServerConfigurer server = new OAuth2AuthorizationServerConfigurer();
    return http.securityMatcher(server.getEndpointsMatcher())
        .with(server, configurer -> configurer.oidc(Customizer.withDefaults()))
        .csrf(csrf -> csrf.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint(FORM)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain form(HttpSecurity http, LocalIdentity identity, Refusals refusals)
      throws Exception {
    SignInLimit limit = new SignInLimit(refusals);
    return http.securityMatcher(FORM)
        .csrf(csrf -> csrf.disable())
        .headers(headers -> headers.disable())
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .authenticationProvider(people(identity))
        .formLogin(form ->
            form.loginPage(FORM)
                .loginProcessingUrl(FORM)
                .failureHandler(limit)
                .defaultSuccessUrl(SignInPage.ADDRESS))
        .addFilterBefore(new CrossSiteForms(refusals), SecurityContextHolderFilter.class)
        .addFilterAfter(limit, SecurityContextHolderFilter.class)
        .build();
  }

  private static DaoAuthenticationProvider people(LocalIdentity identity) {
    PasswordEncoder encoder = PasswordEncoderFactories.createDelegatingPasswordEncoder();
    List<UserDetails> people =
        identity.people().stream()
            .map(person ->
                User.withUsername(person.name())
                    .password(encoder.encode(person.password()))
                    .build())
            .toList();
    DaoAuthenticationProvider provider =
        new DaoAuthenticationProvider(new InMemoryUserDetailsManager(people));
    provider.setPasswordEncoder(encoder);
    return provider;
  }

  /** Of the one client, this service; it and the provider are one program. */
  @Bean
  ClientRegistration itself(SignInProperties properties) {
    String issuer = String.valueOf(properties.issuer());
    return ClientRegistration.withRegistrationId(SecurityConfiguration.PROVIDER)
        .clientId(LocalIdentity.AUDIENCE)
        .clientSecret(UUID.randomUUID().toString())
        .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
        .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
        .redirectUri("{baseUrl}/login/oauth2/code/{registrationId}")
        .scope(OidcScopes.OPENID)
        .clientSettings(ClientRegistration.ClientSettings.builder().requireProofKey(true).build())
        .authorizationUri("/oauth2/authorize")
        .tokenUri(issuer + "/oauth2/token")
        .jwkSetUri(issuer + "/oauth2/jwks")
        .issuerUri(issuer)
        .userNameAttributeName("sub")
        .build();
  }

  @Bean
  ClientRegistrationRepository clientRegistrations(ClientRegistration itself) {
    return new InMemoryClientRegistrationRepository(itself);
  }

  @Bean
  RegisteredClientRepository registeredClients(
      ClientRegistration itself, SignInProperties properties) {
    return new InMemoryRegisteredClientRepository(
        RegisteredClient.withId(itself.getClientId())
            .clientId(itself.getClientId())
            .clientSecret("{noop}" + itself.getClientSecret())
            .clientAuthenticationMethod(itself.getClientAuthenticationMethod())
            .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
            .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
            .redirectUri(
                properties.issuer() + "/login/oauth2/code/" + SecurityConfiguration.PROVIDER)
            .scope(OidcScopes.OPENID)
            .clientSettings(ClientSettings.builder().requireProofKey(true).build())
            .tokenSettings(
                TokenSettings.builder()
                    .accessTokenTimeToLive(TOKEN_LIFE)
                    .refreshTokenTimeToLive(SIGNED_IN_FOR)
                    .build())
            .build());
  }

  @Bean
  JWKSource<SecurityContext> signingKeys(LocalIdentity identity) {
    return new ImmutableJWKSet<>(new JWKSet(identity.key()));
  }

  @Bean
  AuthorizationServerSettings settings(SignInProperties properties) {
    return AuthorizationServerSettings.builder()
        .issuer(String.valueOf(properties.issuer()))
        .build();
  }

  @Bean
  OAuth2TokenCustomizer<JwtEncodingContext> roles(LocalIdentity identity) {
    Map<String, List<String>> roles =
        identity.people().stream().collect(Collectors.toMap(Person::name, Person::roles));
    return context ->
        context.getClaims().claim("roles", roles.getOrDefault(name(context), List.of()));
  }

  private static String name(JwtEncodingContext context) {
    Authentication person = context.getPrincipal();
    return Objects.requireNonNull(person, "a token is of somebody").getName();
  }
}
