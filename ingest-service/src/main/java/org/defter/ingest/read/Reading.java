package org.defter.ingest.read;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.PlainText;
import org.defter.ingest.http.Reader;

/**
 * Somebody reads.
 *
 * @param reader who
 * @param method of HTTP
 * @param address which they asked for: the path and the query, as they were sent
 */
public record Reading(Reader reader, String method, String address) {

  private static final Pattern METHOD = Pattern.compile("[A-Z]{1,16}");

  public Reading {
    if (!METHOD.matcher(method).matches()) {
      throw new InvalidValue("method", Detail.of("ingest.request.no-method", method));
    }
    PlainText.line("address", address);
  }

  /** What a request to this service reads. */
  public static Reading of(HttpServletRequest request) {
    String query = request.getQueryString();
    return new Reading(
        Reader.of(request),
        request.getMethod(),
        request.getRequestURI() + (query == null ? "" : "?" + query));
  }
}
