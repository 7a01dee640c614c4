package org.defter.query.frontdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Hands commands on to the ingest service and its answers back, both streamed: nothing is held in
 * memory, so an upload may be of any size and server-sent events arrive as they are sent.
 *
 * <p>It stands behind those that say who asks, and whether they may. None before it reads a body,
 * which would leave none to hand on.
 */
public final class FrontDoor extends OncePerRequestFilter {

  private final HandingOn ingest;

  FrontDoor(HandingOn ingest) {
    this.ingest = ingest;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Forwarding.isCommand(request.getMethod(), request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ingest.handOn(request, response);
  }
}
