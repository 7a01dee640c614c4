package org.defter.ingest.http;

import org.defter.identity.AuthorizationHeader;
import org.defter.identity.RateLimit;
import org.defter.identity.Refusals;
import org.defter.identity.TokenSecurity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.LocaleResolver;

/** Every request says who sends it by itself: there are no sessions here. */
@Configuration(proxyBeanMethods = false)
@Import(TokenSecurity.class)
class SecurityConfiguration {

  @Bean
  Refusals refusals(
      HandlerExceptionResolver handlerExceptionResolver, LocaleResolver localeResolver) {
    return (request, response, refused) -> {
      // What is refused before any handler has it is said in the reader's language all the same.
      LocaleContextHolder.setLocale(localeResolver.resolveLocale(request));
      handlerExceptionResolver.resolveException(request, response, null, refused);
    };
  }

  @Bean
  SecurityFilterChain requests(
      HttpSecurity http,
      TokenSecurity security,
      Refusals refusals,
      @Value("${defter.commands.per-minute}") int perMinute)
      throws Exception {
    security.protect(http, new AuthorizationHeader());
    http.addFilterAfter(
        new CommandLimit(new RateLimit(perMinute), refusals), AuthorizationFilter.class);
    return http.sessionManagement(
            session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .build();
  }
}
