package org.defter.query.problem;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
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
    response.setContentType(Problem.MEDIA_TYPE);
    response.setCharacterEncoding(StandardCharsets.UTF_8);
    try {
      Writer writer = response.getReporter();
      if (writer != null) {
        writer.write(JsonMapper.shared().writeValueAsString(ofStatus(status).members()));
        response.finishResponse();
      }
    } catch (IOException | IllegalStateException gone) {
      container.getLogger().debug("the client went before it could be told", gone);
    }
  }

  static Problem ofStatus(int status) {
    ProblemType type = ProblemType.ofStatus(status);
    return Problem.of(
        type,
        switch (type) {
          case NOT_FOUND -> "nothing is at this address";
          case ADDRESS_TOO_LONG, HEADERS_TOO_LARGE ->
              "the address and the headers together are too long: ask for less at a time";
          case INTERNAL_ERROR ->
              "this is a fault of the service, not of the request; its log says more";
          default ->
              "the request is not well-formed HTTP: percent-encode what is not a letter or digit";
        });
  }
}
