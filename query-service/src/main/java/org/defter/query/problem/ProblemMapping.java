package org.defter.query.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.defter.core.value.InvalidValue;
import org.defter.identity.AccessRefused;
import org.defter.identity.TooOften;
import org.jspecify.annotations.Nullable;
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
          Problem.at(invalid.field(), ProblemType.INVALID_VALUE, invalid.detail().toString());
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
              String.valueOf(refused.getMessage()),
              null,
              Map.of(HttpHeaders.RETRY_AFTER, refused.retryAfter()));
      case AccessDeniedException denied ->
          Problem.of(ProblemType.NOT_ALLOWED, AccessRefused.words(denied));
      case NoResourceFoundException missing -> noSuchPath(missing.getResourcePath());
      case NoHandlerFoundException missing -> noSuchPath(missing.getRequestURL());
      case HttpRequestMethodNotSupportedException refused ->
          withHeaders(
              ProblemType.METHOD_NOT_ALLOWED,
              "%s is not possible at this address".formatted(refused.getMethod()),
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
              "give the parameter '%s'".formatted(missing.getParameterName()));
      case MethodArgumentTypeMismatchException mismatch ->
          Problem.at(
              mismatch.getName(),
              ProblemType.INVALID_VALUE,
              "'%s' cannot be read as %s".formatted(mismatch.getValue(), wanted(mismatch)));
      case ErrorResponse response -> ofFramework(response);
      default ->
          Problem.of(
              ProblemType.INTERNAL_ERROR,
              "this is a fault of the service, not of the request; its log says more");
    };
  }

  private static String spoken(List<MediaType> types) {
    return types.isEmpty()
        ? "the header 'Accept' cannot be read: leave it out"
        : "this can be had as %s: send one of them as 'Accept', or leave the header out"
            .formatted(MediaType.toString(types));
  }

  private static Problem noSuchPath(String path) {
    return Problem.of(
        ProblemType.NOT_FOUND, "nothing is at '%s' in this archive".formatted("/" + strip(path)));
  }

  private static String strip(String path) {
    return path.startsWith("/") ? path.substring(1) : path;
  }

  private static String wanted(MethodArgumentTypeMismatchException mismatch) {
    Class<?> type = mismatch.getRequiredType();
    if (type == null) {
      return "what is asked for";
    }
    return Number.class.isAssignableFrom(type) || type.isPrimitive()
        ? "a whole number"
        : type.getSimpleName();
  }

  private static Problem ofFramework(ErrorResponse response) {
    int status = response.getStatusCode().value();
    @Nullable String detail = response.getBody().getDetail();
    return withHeaders(
        ProblemType.ofStatus(status),
        detail == null ? "the request was refused with status " + status : detail,
        response.getHeaders());
  }

  private static Problem withHeaders(ProblemType type, String detail, HttpHeaders headers) {
    Map<String, String> first = new LinkedHashMap<>();
    headers.forEach((name, values) -> first.put(name, String.join(", ", values)));
    return new Problem(type, detail, null, first);
  }
}
