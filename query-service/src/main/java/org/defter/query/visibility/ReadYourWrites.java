package org.defter.query.visibility;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.defter.core.detail.Detail;
import org.defter.core.event.Receipt;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.defter.query.request.Parameters;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Holds a read back until the read models hold the events that its {@code after} parameters name:
 * at most as long as {@code wait} says (10 s unless given, 60 s at most), then it is a 504.
 */
@Component
final class ReadYourWrites implements HandlerInterceptor {

  private static final Duration DEFAULT_WAIT = Duration.ofSeconds(10);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final Projected projected;
  private final Waiting waiting = Waiting.real();

  ReadYourWrites(Projected projected) {
    this.projected = projected;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (request.getParameter("after") == null && request.getParameter("wait") == null) {
      return true;
    }
    Parameters given = Parameters.of(request);
    Duration patience = given.duration("wait", DEFAULT_WAIT, LONGEST_WAIT);
    List<Receipt> receipts = given.texts("after").stream().map(Receipt::parse).toList();
    if (!waiting.until(() -> projected.holdsAll(receipts), patience)) {
      throw new ProblemException(
          new Problem(
              ProblemType.NOT_YET_VISIBLE,
              Detail.of("query.index.not-yet", patience.toMillis()),
              "after",
              Map.of("Retry-After", "1")));
    }
    if (!isById(handler)) {
      projected.makeSearchable();
    }
    return true;
  }

  private static boolean isById(Object handler) {
    return handler instanceof HandlerMethod method && method.hasMethodAnnotation(ById.class);
  }
}
