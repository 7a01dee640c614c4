package org.defter.ingest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.defter.identity.RateLimit;
import org.defter.identity.Refusals;
import org.defter.identity.SignedIn;
import org.defter.identity.TooOften;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets nobody give so many commands that others have to wait. Batches are for what is many. */
final class CommandLimit extends OncePerRequestFilter {

  private final RateLimit limit;
  private final Refusals refusals;

  CommandLimit(RateLimit limit, Refusals refusals) {
    this.limit = limit;
    this.refusals = refusals;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    SignedIn person = SignedIn.current();
    try {
      if (person != null) {
        limit.count(person.id());
      }
    } catch (TooOften refused) {
      refusals.answer(request, response, refused);
      return;
    }
    chain.doFilter(request, response);
  }
}
