package org.defter.identity;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Says why a request goes no further, as the service words everything it refuses. */
@FunctionalInterface
public interface Refusals {

  /**
   * Answers the request.
   *
   * @param refused why
   */
  void answer(HttpServletRequest request, HttpServletResponse response, Exception refused)
      throws IOException;
}
