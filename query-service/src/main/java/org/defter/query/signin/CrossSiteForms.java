package org.defter.query.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.identity.Refusals;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that another site had a reader's browser send (cross-site request forgery). A
 * browser says where a form came from: in {@code Sec-Fetch-Site} (W3C Fetch Metadata), or at least
 * in {@code Origin} (RFC 6454). Who says neither is no browser, and nobody's session is used.
 *
 * <p>Requests with a token of their own need no such look: no form can send that header.
 */
final class CrossSiteForms extends OncePerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** {@code none}: somebody typed the address, or opened a bookmark. */
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Refusals refusals;

  CrossSiteForms(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return READING.contains(request.getMethod())
        || request.getHeader(HttpHeaders.AUTHORIZATION) != null;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (isOwn(
        request.getHeader("Sec-Fetch-Site"),
        request.getHeader(HttpHeaders.ORIGIN),
        request.getHeader(HttpHeaders.HOST))) {
      chain.doFilter(request, response);
      return;
    }
    refusals.answer(
        request,
        response,
        new ProblemException(
            Problem.of(ProblemType.CROSS_SITE, Detail.of("query.form.cross-site"))));
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
