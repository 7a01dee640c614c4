package org.defter.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.ResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.authorization.AuthorityAuthorizationManager;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.authentication.AuthenticationEntryPointFailureHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/** Believes bearer tokens (RFC 6750) of one provider, and goes by {@link AccessRule}. */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
@EnableConfigurationProperties(SignInProperties.class)
public class TokenSecurity {

  private static final int WITHIN_MILLIS = 3_000;
  private static final int LARGEST_KEY_SET_BYTES = 256 * 1024;

  /**
   * How often the keys are read at most, but for once more: anybody may name keys that are none.
   */
  private static final long READ_EVERY_MILLIS = 5_000;

  private final SignInProperties properties;
  private final Refusals refusals;

  /**
   * @param refusals words the refusals, as it does all others
   */
  TokenSecurity(SignInProperties properties, Refusals refusals) {
    this.properties = properties;
    this.refusals = refusals;
  }

  /** Tells real tokens from others. */
  @Bean
  JwtDecoder jwtDecoder() throws IOException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.PS256, JWSAlgorithm.ES256),
            keys(properties.requiredKeys())));
    // The validators below look at the claims.
    processor.setJWTClaimsSetVerifier((_, _) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    List<OAuth2TokenValidator<Jwt>> validators = new ArrayList<>();
    validators.add(JwtValidators.createDefaultWithIssuer(properties.requiredIssuer()));
    validators.add(new JwtClaimValidator<@Nullable String>("sub", Objects::nonNull));
    if (!properties.audience().isEmpty()) {
      validators.add(new JwtAudienceValidator(properties.audience()));
    }
    decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(validators));
    return decoder;
  }

  /** Cached, and read again when a token names a key that is not there: keys are rotated. */
  private static JWKSource<SecurityContext> keys(Resource location) throws IOException {
    ResourceRetriever retriever =
        location.isFile()
            ? _ ->
                new com.nimbusds.jose.util.Resource(
                    location.getContentAsString(StandardCharsets.UTF_8), "application/jwk-set+json")
            : new DefaultResourceRetriever(WITHIN_MILLIS, WITHIN_MILLIS, LARGEST_KEY_SET_BYTES);
    JWKSource<SecurityContext> source =
        JWKSourceBuilder.<SecurityContext>create(location.getURL(), retriever)
            .rateLimited(READ_EVERY_MILLIS)
            .retrying(true)
            .outageTolerant(true)
            .build();
    return (wanted, context) -> {
      try {
        return source.get(wanted, context);
      } catch (RateLimitReachedException justRead) {
        return List.of();
      }
    };
  }

  /** That the provider does not answer is no fault of the token's, nor of the service's. */
  private ObjectPostProcessor<BearerTokenAuthenticationFilter> answeringOutages() {
    AuthenticationEntryPointFailureHandler failed =
        new AuthenticationEntryPointFailureHandler(refusals::answer);
    failed.setRethrowAuthenticationServiceException(false);
    return new ObjectPostProcessor<>() {
      @Override
      public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
        filter.setAuthenticationFailureHandler(failed);
        return filter;
      }
    };
  }

  /**
   * An encoded slash and the like reach the handlers, which refuse them in words as part of an
   * identifier. The rules match a path just as the handlers do.
   */
  @Bean
  HttpFirewall httpFirewall() {
    StrictHttpFirewall firewall = new StrictHttpFirewall();
    firewall.setUnsafeAllowAnyHttpMethod(true);
    firewall.setAllowUrlEncodedSlash(true);
    firewall.setAllowUrlEncodedDoubleSlash(true);
    firewall.setAllowUrlEncodedPercent(true);
    firewall.setAllowUrlEncodedPeriod(true);
    firewall.setAllowUrlEncodedLineFeed(true);
    firewall.setAllowUrlEncodedCarriageReturn(true);
    firewall.setAllowUrlEncodedLineSeparator(true);
    firewall.setAllowUrlEncodedParagraphSeparator(true);
    firewall.setAllowBackSlash(true);
    firewall.setAllowSemicolon(true);
    firewall.setAllowNull(true);
    firewall.setAllowedHeaderNames(_ -> true);
    firewall.setAllowedHeaderValues(_ -> true);
    firewall.setAllowedParameterNames(_ -> true);
    firewall.setAllowedParameterValues(_ -> true);
    return firewall;
  }

  /**
   * What both services ask of a request.
   *
   * @param tokens where its token is
   */
  public void protect(HttpSecurity http, BearerTokenResolver tokens) throws Exception {
    http.csrf(csrf -> csrf.disable())
        .headers(headers -> headers.disable())
        .anonymous(_ -> {})
        .requestCache(cache -> cache.disable())
        .oauth2ResourceServer(server ->
            server
                .withObjectPostProcessor(answeringOutages())
                .bearerTokenResolver(tokens)
                .authenticationEntryPoint(refusals::answer)
                .jwt(jwt -> jwt.jwtAuthenticationConverter(this::person)))
        .exceptionHandling(handling ->
            handling.authenticationEntryPoint(refusals::answer).accessDeniedHandler(this::deny))
        .authorizeHttpRequests(requests -> {
          for (AccessRule rule : AccessRule.ALL) {
            requests
                .requestMatchers(rule.matchers())
                .access(AuthorityAuthorizationManager.hasAuthority(rule.right().name()));
          }
          requests.anyRequest().permitAll();
        });
  }

  /** Somebody whose session outlived their token is not known any more. */
  private void deny(
      HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
      throws IOException {
    refusals.answer(
        request,
        response,
        SignedIn.current() == null
            ? new InsufficientAuthenticationException("", refused)
            : refused);
  }

  private AbstractAuthenticationToken person(Jwt token) {
    SignedIn person = SignedIn.of(token, properties);
    List<GrantedAuthority> authorities =
        person.rights().stream()
            .<GrantedAuthority>map(right -> new SimpleGrantedAuthority(right.name()))
            .toList();
    JwtAuthenticationToken authentication = new JwtAuthenticationToken(token, authorities);
    authentication.setDetails(person);
    return authentication;
  }
}
