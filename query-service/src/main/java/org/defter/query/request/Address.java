package org.defter.query.request;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads and writes addresses. */
public final class Address {

  private static final List<String> FOR_PROGRAMS = List.of("/api/", "/log/", "/actuator/");

  private Address() {}

  /** Whether a program reads the answer, also one that tells of an error; else a person does. */
  public static boolean isForPrograms(HttpServletRequest request) {
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String original
            ? original
            : request.getRequestURI();
    return FOR_PROGRAMS.stream().anyMatch(path::startsWith);
  }

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
