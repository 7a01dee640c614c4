package org.defter.query.request;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Writes addresses. */
public final class Address {

  private Address() {}

  /** A path with these parameters. */
  public static String of(String path, MultiValueMap<String, String> parameters) {
    UriComponentsBuilder address = UriComponentsBuilder.fromPath(path);
    List<String> values = new ArrayList<>();
    parameters.forEach((name, all) ->
        all.forEach(value -> {
          // As a variable, so that everything but letters and digits is encoded.
          address.queryParam(name, "{v" + values.size() + "}");
          values.add(value);
        }));
    return address.encode().buildAndExpand(values.toArray()).toUriString();
  }

  /** What was asked for: the address of a version is forwarded to that of the thing. */
  public static String asked(HttpServletRequest request) {
    boolean forwarded = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) != null;
    Object path =
        forwarded
            ? request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI)
            : request.getRequestURI();
    Object query =
        forwarded
            ? request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING)
            : request.getQueryString();
    return path + (query == null ? "" : "?" + query);
  }
}
