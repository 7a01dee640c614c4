package org.defter.query.problem;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.defter.core.detail.Detail;
import org.defter.query.request.Spoken;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that Tomcat refuses before any code of ours sees them (a malformed request line,
 * headers that are too large), where it would send a page of HTML.
 */
public final class ProblemValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    Locale reader = reader(request);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag());
    response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    try {
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(JsonMapper.shared().writeValueAsString(ofStatus(status).members(reader)));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("the client went before it could be told", gone);
    }
  }

  /** Tomcat knows what the reader asks for; where that is nothing, it would take the machine's. */
  private static Locale reader(Request request) {
    return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null
        ? Locale.ENGLISH
        : Spoken.to(request);
  }

  /** What a status means of which nothing else is known. */
  static Problem ofStatus(int status) {
    ProblemType type = ProblemType.ofStatus(status);
    return Problem.of(
        type,
        switch (type) {
          case MALFORMED_REQUEST -> Detail.of("query.request.malformed");
          case NOT_FOUND -> Detail.of("query.request.no-address");
          case METHOD_NOT_ALLOWED -> Detail.of("query.request.not-possible");
          case TOO_LARGE -> Detail.of("query.request.too-large");
          case UNSUPPORTED_MEDIA_TYPE -> Detail.of("query.request.media-type");
          case ADDRESS_TOO_LONG, HEADERS_TOO_LARGE -> Detail.of("query.request.too-long");
          case INTERNAL_ERROR -> Detail.of("query.request.fault");
          default -> Detail.of("query.request.refused", status);
        });
  }
}
