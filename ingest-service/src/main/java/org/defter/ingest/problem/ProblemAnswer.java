package org.defter.ingest.problem;

import java.net.URI;
import java.util.Locale;
import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/**
 * Problem details (RFC 9457) in the language that whoever asks understands best (RFC 9110, section
 * 12.5.4).
 */
public final class ProblemAnswer {

  private ProblemAnswer() {}

  /** What is said of a request that cannot be taken as it is. */
  public static ResponseEntity<ProblemDetail> of(UnreadableRequest unread) {
    return of(unread.type(), unread.field(), unread.detail());
  }

  static ResponseEntity<ProblemDetail> of(ProblemType type, @Nullable String field, Detail detail) {
    return of(problem(type, field, detail), new HttpHeaders());
  }

  /** A problem with more to it than a detail. */
  static ResponseEntity<ProblemDetail> of(ProblemDetail problem, HttpHeaders headers) {
    inWhichLanguage(headers);
    return ResponseEntity.status(problem.getStatus()).headers(headers).body(problem);
  }

  static ProblemDetail problem(ProblemType type, @Nullable String field, Detail detail) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(type.status(), detail.in(LocaleContextHolder.getLocale()));
    name(problem, type);
    if (field != null) {
      problem.setProperty("field", field);
    }
    return problem;
  }

  static void name(ProblemDetail problem, ProblemType type) {
    problem.setType(URI.create("/problems/" + type.slug()));
    problem.setTitle(type.title().in(LocaleContextHolder.getLocale()));
  }

  static void inWhichLanguage(HttpHeaders headers) {
    Locale reader = LocaleContextHolder.getLocale();
    headers.setContentLanguage(reader);
    headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
  }
}
