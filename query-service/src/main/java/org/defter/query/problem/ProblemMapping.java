package org.defter.query.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defter.core.detail.Detail;
import org.defter.core.value.InvalidValue;
import org.defter.identity.AccessRefused;
import org.defter.identity.TooOften;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Turns what went wrong into what the reader is told. Everything unforeseen is a 500. */
final class ProblemMapping {

  private ProblemMapping() {}

  static Problem of(Throwable thrown) {
    return switch (thrown) {
      case ProblemException known -> known.problem();
      case InvalidValue invalid ->
          Problem.at(invalid.field(), ProblemType.INVALID_VALUE, invalid.detail());
      case AuthenticationServiceException unchecked ->
          new Problem(
              ProblemType.UNAVAILABLE,
              AccessRefused.words(unchecked),
              null,
              Map.of(HttpHeaders.RETRY_AFTER, "5"));
      case AuthenticationException unknown ->
          new Problem(
              ProblemType.NOT_SIGNED_IN,
              AccessRefused.words(unknown),
              null,
              Map.of(HttpHeaders.WWW_AUTHENTICATE, "Bearer"));
      case TooOften refused ->
          new Problem(
              ProblemType.TOO_OFTEN,
              refused.words(),
              null,
              Map.of(HttpHeaders.RETRY_AFTER, refused.retryAfter()));
      case AccessDeniedException denied ->
          Problem.of(ProblemType.NOT_ALLOWED, AccessRefused.words(denied));
      case NoResourceFoundException missing -> noSuchPath(missing.getResourcePath());
      case NoHandlerFoundException missing -> noSuchPath(missing.getRequestURL());
      case HttpRequestMethodNotSupportedException refused ->
          withHeaders(
              ProblemType.METHOD_NOT_ALLOWED,
              Detail.of("query.request.no-method", refused.getMethod()),
              refused.getHeaders());
      case HttpMediaTypeNotAcceptableException refused ->
          withHeaders(
              ProblemType.NOT_ACCEPTABLE,
              spoken(refused.getSupportedMediaTypes()),
              refused.getHeaders());
      case MissingServletRequestParameterException missing ->
          Problem.at(
              missing.getParameterName(),
              ProblemType.MISSING,
              Detail.of("query.request.missing", missing.getParameterName()));
      case MethodArgumentTypeMismatchException mismatch ->
          Problem.at(mismatch.getName(), ProblemType.INVALID_VALUE, unread(mismatch));
      case ErrorResponse response -> ofFramework(response);
      default -> Problem.of(ProblemType.INTERNAL_ERROR, Detail.of("query.request.fault"));
    };
  }

  private static Detail spoken(List<MediaType> types) {
    return types.isEmpty()
        ? Detail.of("query.request.accept")
        : Detail.of("query.request.no-format", MediaType.toString(types));
  }

  private static Problem noSuchPath(String path) {
    return Problem.of(ProblemType.NOT_FOUND, Detail.of("query.request.no-path", "/" + strip(path)));
  }

  private static String strip(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private static Detail unread(MethodArgumentTypeMismatchException mismatch) {
    String given = String.valueOf(mismatch.getValue());
    Class<?> wanted = mismatch.getRequiredType();
    if (wanted == boolean.class) {
      return Detail.of("query.request.no-truth", given);
    }
    return wanted != null && (wanted.isPrimitive() || Number.class.isAssignableFrom(wanted))
        ? Detail.of("query.request.no-number", given)
        : Detail.of("query.request.no-value", given);
  }

  /** What the framework says is in one language, and for programmers. */
  private static Problem ofFramework(ErrorResponse response) {
    Problem known = ProblemValve.ofStatus(response.getStatusCode().value());
    return withHeaders(
        known.type(),
        known.type() == ProblemType.MALFORMED_REQUEST
            ? Detail.of("query.request.unfit")
            : known.detail(),
        response.getHeaders());
  }

  private static Problem withHeaders(ProblemType type, Detail detail, HttpHeaders headers) {
    Map<String, String> first = new LinkedHashMap<>();
    headers.forEach((name, values) -> first.put(name, String.join(", ", values)));
    return new Problem(type, detail, null, first);
  }
}
