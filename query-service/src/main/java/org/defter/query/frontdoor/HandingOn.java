package org.defter.query.frontdoor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.defter.core.detail.Detail;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemJson;
import org.defter.query.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sends requests on to the ingest service, and its answers back; both streamed. */
public final class HandingOn {

  private static final Logger LOG = LoggerFactory.getLogger(HandingOn.class);
  private static final int BUFFER_BYTES = 16 * 1024;

  private final HttpClient client;
  private final Forwarding forwarding;

  HandingOn(HttpClient client, Forwarding forwarding) {
    this.client = client;
    this.forwarding = forwarding;
  }

  /** Hands a request on as it came. */
  void handOn(HttpServletRequest request, HttpServletResponse response) throws IOException {
    exchange(() -> forwarding.request(request), request, response);
  }

  /**
   * Sends another request in the name of the one that came, with the same headers about who asks.
   *
   * @param body read while it is sent; when reading fails, the ingest service takes nothing
   */
  public void post(
      HttpServletRequest request,
      String path,
      String query,
      String contentType,
      InputStream body,
      HttpServletResponse response)
      throws IOException {
    exchange(
        () ->
            forwarding.post(
                request, path, query, contentType, BodyPublishers.ofInputStream(() -> body)),
        request,
        response);
  }

  /** Has a command from a page carried out. What became of it is for the page to say. */
  public Answer carryOut(PageCommand command) throws IOException {
    return answer(() -> forwarding.command(command));
  }

  /**
   * Has it recorded who reads what.
   *
   * @param body as the ingest service's ReadController takes it, in JSON
   */
  public Answer recordRead(HttpServletRequest reader, String body) throws IOException {
    return answer(() -> forwarding.read(reader, body));
  }

  /**
   * Hands on what a page was sent, in the name of whoever sent it.
   *
   * @param body read while it is sent; when reading fails, the ingest service takes nothing
   */
  public Answer take(String path, @Nullable String query, String contentType, InputStream body)
      throws IOException {
    return answer(
        () -> forwarding.sent(path, query, contentType, BodyPublishers.ofInputStream(() -> body)));
  }

  /**
   * Asks in the name of whoever reads.
   *
   * @return the answer, in JSON
   * @throws ProblemException when there is none
   */
  public JsonNode ask(String path, @Nullable String query) throws IOException {
    return JsonMapper.shared().readTree(asked(path, query));
  }

  /** The same, where the answer is JSON Lines. */
  public List<JsonNode> askForLines(String path, @Nullable String query) throws IOException {
    return asked(path, query).lines().map(JsonMapper.shared()::readTree).toList();
  }

  private String asked(String path, @Nullable String query) throws IOException {
    HttpResponse<String> answer =
        send(() -> forwarding.question(path, query), BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new ProblemException(refusal(path, answer));
    }
    return answer.body();
  }

  /**
   * What the ingest service says of a reader's own mistake is for the reader, in their language.
   */
  private static Problem refusal(String path, HttpResponse<String> answer) {
    return answer.statusCode() / 100 == 4
        ? Problem.of(
            ProblemType.ofStatus(answer.statusCode()),
            Detail.untranslated(
                JsonMapper.shared().readTree(answer.body()).path("detail").asString("")))
        : Problem.of(
            ProblemType.UNAVAILABLE,
            Detail.of("query.ingest.unfit-answer", path, answer.statusCode()));
  }

  private Answer answer(Supplier<HttpRequest> request) throws IOException {
    try {
      HttpResponse<String> answer = send(request, BodyHandlers.ofString());
      return new Answer(answer.statusCode(), JsonMapper.shared().readTree(answer.body()));
    } catch (ProblemException unanswered) {
      return Answer.of(unanswered.problem());
    }
  }

  private void exchange(
      Supplier<HttpRequest> sent, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    HttpResponse<InputStream> answer;
    try {
      answer = send(sent, BodyHandlers.ofInputStream());
    } catch (ProblemException unanswered) {
      ProblemJson.send(unanswered.problem(), request, response);
      return;
    }
    handBack(answer, response);
  }

  private <T> HttpResponse<T> send(Supplier<HttpRequest> request, BodyHandler<T> body)
      throws IOException {
    try {
      return client.send(request.get(), body);
    } catch (IllegalArgumentException malformed) {
      throw new ProblemException(
          Problem.of(ProblemType.MALFORMED_REQUEST, Detail.of("query.ingest.not-handed-on")),
          malformed);
    } catch (IOException unreachable) {
      throw new ProblemException(problem(unreachable), unreachable);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while forwarding", stopping);
    }
  }

  /** What was sent may have broken off on this side. */
  private static Problem problem(IOException unreachable) {
    for (Throwable cause = unreachable; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProblemException known) {
        return known.problem();
      }
    }
    LOG.warn("the ingest service does not answer: {}", unreachable.toString());
    return new Problem(
        ProblemType.UNAVAILABLE,
        Detail.of("query.ingest.no-answer"),
        null,
        Map.of("Retry-After", "5"));
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
}
