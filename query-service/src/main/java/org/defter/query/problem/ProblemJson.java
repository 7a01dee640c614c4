package org.defter.query.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.defter.query.request.Spoken;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.json.JsonMapper;

/** What a program is answered when something is refused, in the language of whoever it asks for. */
public final class ProblemJson {

  private ProblemJson() {}

  /** Answers with a problem. */
  public static void send(Problem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Locale reader = Spoken.to(request);
    response.setStatus(problem.status());
    problem.headers().forEach(response::setHeader);
    response.setContentType(Problem.MEDIA_TYPE);
    response.setHeader(HttpHeaders.CONTENT_LANGUAGE, reader.toLanguageTag());
    if (!response.getHeaders(HttpHeaders.VARY).contains(HttpHeaders.ACCEPT_LANGUAGE)) {
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
    }
    response
        .getOutputStream()
        .write(JsonMapper.shared().writeValueAsBytes(problem.members(reader)));
  }
}
