package org.defter.query.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import org.defter.query.date.DateWords;
import org.defter.query.request.Address;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells every page, that of a problem too, what it must know of its reader: the times that the site
 * is turned to, and in which language. It stands before whatever may refuse a request. Programs
 * have the language that they ask for, and need no more.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class EveryPage extends OncePerRequestFilter {

  /** What was refused before it came here is answered by a page, too. */
  @Override
  protected boolean shouldNotFilterErrorDispatch() {
    return false;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (Address.isForPrograms(request)) {
      chain.doFilter(ReaderLanguage.ofProgram(request), response);
      return;
    }
    String chosen = ReaderLanguage.chosen(request);
    if (chosen != null) {
      response.addHeader(HttpHeaders.SET_COOKIE, ReaderLanguage.cookie(chosen, request).toString());
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(HttpHeaders.LOCATION, TimeMachine.of(request).here());
      return;
    }
    ReaderLanguage reader = ReaderLanguage.ofPerson(request);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    response.addHeader(HttpHeaders.VARY, HttpHeaders.COOKIE);
    reader.setAttribute(TimeMachine.ATTRIBUTE, TimeMachine.of(reader));
    reader.setAttribute("words", DateWords.in(Collections.list(reader.getLocales())));
    reader.setAttribute("languages", ReaderLanguage.OFFERED);
    chain.doFilter(reader, response);
  }
}
