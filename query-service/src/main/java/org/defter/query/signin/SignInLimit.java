package org.defter.query.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.defter.identity.RateLimit;
import org.defter.identity.Refusals;
import org.defter.identity.TooOften;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets nobody guess passwords: not many wrong ones from one address, nor for one name from many.
 */
final class SignInLimit extends OncePerRequestFilter implements AuthenticationFailureHandler {

  private final RateLimit byAddress = new RateLimit(30);
  private final RateLimit byName = new RateLimit(10);
  private final Refusals refusals;

  SignInLimit(Refusals refusals) {
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !request.getMethod().equals("POST");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      byAddress.check(request.getRemoteAddr());
      byName.check(name(request));
    } catch (TooOften refused) {
      refusals.answer(request, response, refused);
      return;
    }
    chain.doFilter(request, response);
  }

  @Override
  public void onAuthenticationFailure(
      HttpServletRequest request, HttpServletResponse response, AuthenticationException refused)
      throws IOException {
    try {
      byAddress.count(request.getRemoteAddr());
      byName.count(name(request));
    } catch (TooOften meanwhile) {
      refusals.answer(request, response, meanwhile);
      return;
    }
    response.sendRedirect(LocalProvider.FORM + "?refused=password");
  }

  private static String name(HttpServletRequest request) {
    return String.valueOf(request.getParameter("username"));
  }
}
