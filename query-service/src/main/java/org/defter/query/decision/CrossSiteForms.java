package org.defter.query.decision;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Refuses forms that another site had a reader's browser send (cross-site request forgery). A
 * browser says where a form came from: in {@code Sec-Fetch-Site} (W3C Fetch Metadata), or at least
 * in {@code Origin} (RFC 6454). Who says neither is no browser, and nobody's decision is forged.
 *
 * <p>Commands of the API need no such look: they have headers that no form can send.
 */
@Configuration(proxyBeanMethods = false)
class CrossSiteForms implements HandlerInterceptor, WebMvcConfigurer {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** {@code none}: somebody typed the address, or opened a bookmark. */
  private static final Set<String> OWN = Set.of("same-origin", "none");

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).excludePathPatterns("/api/**", "/actuator/**");
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (!READING.contains(request.getMethod())
        && !isOwn(
            request.getHeader("Sec-Fetch-Site"),
            request.getHeader(HttpHeaders.ORIGIN),
            request.getHeader(HttpHeaders.HOST))) {
      throw new ProblemException(
          Problem.of(
              ProblemType.CROSS_SITE,
              "the form was sent from another site, and nothing was done: open the page in the"
                  + " archive itself, and choose there"));
    }
    return true;
  }

  /**
   * Whether a form comes from a page of this archive.
   *
   * @param fetchSite the header Sec-Fetch-Site; null when it was not sent
   * @param origin the header Origin; null when it was not sent
   * @param host the header Host
   */
  static boolean isOwn(@Nullable String fetchSite, @Nullable String origin, @Nullable String host) {
    if (fetchSite != null) {
      return OWN.contains(fetchSite);
    }
    // The scheme is not compared: behind a proxy that ends TLS it is another one here.
    return origin == null || origin.equals("http://" + host) || origin.equals("https://" + host);
  }
}
