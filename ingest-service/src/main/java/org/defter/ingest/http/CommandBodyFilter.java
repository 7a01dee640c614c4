package org.defter.ingest.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.defter.ingest.command.CommandProperties;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Limits the body of every command but a batch, which is streamed to disk and has a limit of its
 * own.
 */
@Component
class CommandBodyFilter extends OncePerRequestFilter {

  private final long limitBytes;

  CommandBodyFilter(CommandProperties properties) {
    this.limitBytes = properties.bodyLimit().toBytes();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getRequestURI().matches("/api/v1/(imports|batches)(/.*)?");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(new CommandBody(request, limitBytes), response);
  }
}
