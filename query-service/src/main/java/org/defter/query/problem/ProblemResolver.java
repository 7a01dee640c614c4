package org.defter.query.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.catalina.connector.ClientAbortException;
import org.defter.query.request.Address;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/** The one place where a failed request is answered: JSON for programs, a page for people. */
@Component
final class ProblemResolver implements HandlerExceptionResolver, Ordered {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemResolver.class);

  /** What a page says to the browser, whatever it shows. */
  private static final List<String> KEPT =
      List.of("Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy", "Vary");

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    if (thrown instanceof AsyncRequestNotUsableException
        || thrown instanceof ClientAbortException) {
      return new ModelAndView(); // the reader has gone: nobody to answer
    }
    Problem problem = ProblemMapping.of(thrown);
    log(request, problem, thrown);
    if (response.isCommitted()) {
      // A part of the answer is on its way. Unresolved, the failure reaches Tomcat, which breaks
      // the
      // connection off, so that nobody takes the part for the whole.
      return null;
    }
    return answer(request, response, problem);
  }

  private static void log(HttpServletRequest request, Problem problem, Exception thrown) {
    String asked = request.getMethod() + " " + request.getRequestURI();
    if (problem.type() == ProblemType.INTERNAL_ERROR) {
      LOG.error("{} failed", asked, thrown);
    } else if (problem.type() == ProblemType.UNAVAILABLE) {
      LOG.warn("{}: {} ({})", asked, problem.detail(), String.valueOf(thrown.getCause()));
    }
  }

  static ModelAndView answer(
      HttpServletRequest request, HttpServletResponse response, Problem problem) {
    if (response.isCommitted()) {
      return new ModelAndView();
    }
    Map<String, List<String>> kept = kept(response);
    response.reset();
    kept.forEach((name, values) -> values.forEach(value -> response.addHeader(name, value)));
    if (!Address.isForPrograms(request)) {
      problem.headers().forEach(response::setHeader);
      return new ModelAndView(
          "problem", Map.of("problem", problem), HttpStatus.valueOf(problem.status()));
    }
    try {
      ProblemJson.send(problem, request, response);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return new ModelAndView();
  }

  private static Map<String, List<String>> kept(HttpServletResponse response) {
    return KEPT.stream()
        .collect(
            Collectors.toUnmodifiableMap(
                Function.identity(), name -> List.copyOf(response.getHeaders(name))));
  }
}
