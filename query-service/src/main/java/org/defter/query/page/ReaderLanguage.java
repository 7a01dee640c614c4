package org.defter.query.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.defter.query.request.Spoken;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * The languages that a reader understands, best first: of pages the one they chose, which a cookie
 * keeps, then those they ask for (RFC 9110, section 12.5.4); English where they ask for none.
 */
final class ReaderLanguage extends HttpServletRequestWrapper {

  /** The languages of the pages, in the order in which they are offered. */
  static final List<String> OFFERED = List.of("en", "ru", "az");

  /** The parameter by which one is chosen. */
  static final String PARAMETER = "lang";

  private static final String COOKIE = "defter-language";
  private static final Duration KEPT = Duration.ofDays(365);

  private final List<Locale> languages;

  private ReaderLanguage(HttpServletRequest request, List<Locale> languages) {
    super(request);
    this.languages = languages;
  }

  static ReaderLanguage ofPerson(HttpServletRequest request) {
    List<Locale> languages = new ArrayList<>();
    Cookie kept = WebUtils.getCookie(request, COOKIE);
    if (kept != null && OFFERED.contains(kept.getValue())) {
      languages.add(Locale.of(kept.getValue()));
    }
    languages.addAll(asked(request));
    return new ReaderLanguage(request, languages);
  }

  static ReaderLanguage ofProgram(HttpServletRequest request) {
    return new ReaderLanguage(request, asked(request));
  }

  private static List<Locale> asked(HttpServletRequest request) {
    // Where nothing is asked for, the container names the language of the machine.
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
        ? List.of(Locale.ENGLISH)
        : Collections.list(request.getLocales());
  }

  /** The language that a request chooses; null when it chooses none of those offered. */
  static @Nullable String chosen(HttpServletRequest request) {
    String language = request.getParameter(PARAMETER);
    return language != null
            && Set.of("GET", "HEAD").contains(request.getMethod())
            && OFFERED.contains(language)
        ? language
        : null;
  }

  /** What keeps a choice in the browser. */
  static ResponseCookie cookie(String language, HttpServletRequest request) {
    return ResponseCookie.from(COOKIE, language)
        .path("/")
        .maxAge(KEPT)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .build();
  }

  @Override
  public Locale getLocale() {
    return languages.getFirst();
  }

  @Override
  public Enumeration<Locale> getLocales() {
    return Collections.enumeration(languages);
  }

  /** The texts of a page are in the language in which its dates are said. */
  @Configuration(proxyBeanMethods = false)
  static class OfTexts {

    @Bean
    MessageSource messageSource() {
      return new PluralMessages();
    }

    @Bean
    LocaleResolver localeResolver() {
      return new AbstractLocaleResolver() {
        @Override
        public Locale resolveLocale(HttpServletRequest request) {
          return Spoken.to(request);
        }

        @Override
        public void setLocale(
            HttpServletRequest request,
            jakarta.servlet.http.@Nullable HttpServletResponse response,
            @Nullable Locale locale) {
          throw new UnsupportedOperationException("a reader chooses by a parameter of the address");
        }
      };
    }
  }
}
