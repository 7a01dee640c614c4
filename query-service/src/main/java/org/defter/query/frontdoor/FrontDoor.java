package org.defter.query.frontdoor;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemType;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands commands on to the ingest service and its answers back, both streamed: nothing is held in
 * memory, so an upload may be of any size and server-sent events arrive as they are sent.
 *
 * <p>It stands before every other filter: those read form bodies, and would leave none to hand on.
 */
final class FrontDoor extends OncePerRequestFilter {

  private static final Logger LOG = LoggerFactory.getLogger(FrontDoor.class);
  private static final int BUFFER_BYTES = 16 * 1024;

  private final HttpClient client;
  private final Forwarding forwarding;

  FrontDoor(HttpClient client, Forwarding forwarding) {
    this.client = client;
    this.forwarding = forwarding;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !Forwarding.isCommand(request.getMethod(), request.getRequestURI());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    HttpResponse<InputStream> answer;
    try {
      HttpRequest forwarded = forwarding.request(request);
      answer = client.send(forwarded, BodyHandlers.ofInputStream());
    } catch (IllegalArgumentException malformed) {
      refuse(
          response,
          Problem.of(
              ProblemType.MALFORMED_REQUEST,
              "the address or a header cannot be handed on: percent-encode what is not a letter or"
                  + " digit"));
      return;
    } catch (IOException unreachable) {
      LOG.warn("the ingest service does not answer: {}", unreachable.toString());
      response.setHeader("Retry-After", "5");
      refuse(
          response,
          Problem.of(
              ProblemType.UNAVAILABLE,
              "the ingest service does not answer: send the command again, with the same"
                  + " Idempotency-Key; reading still works"));
      return;
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new ServletException("interrupted while forwarding", stopping);
    }
    handBack(answer, response);
  }

  private static void handBack(HttpResponse<InputStream> answer, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.statusCode());
    Forwarding.endToEnd(answer.headers(), response::addHeader);
    try (InputStream body = answer.body()) {
      byte[] buffer = new byte[BUFFER_BYTES];
      for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
        response.getOutputStream().write(buffer, 0, read);
        // At once, whatever has come: an event stream is read while it is written.
        response.flushBuffer();
      }
    }
  }

  private static void refuse(HttpServletResponse response, Problem problem) throws IOException {
    response.setStatus(problem.status());
    response.setContentType(Problem.MEDIA_TYPE);
    response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem.members()));
  }
}
