package org.defter.ingest.problem;

import java.util.Arrays;
import java.util.Optional;
import org.defter.core.detail.Detail;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The kinds of problem this service answers with; the list for readers is docs/problems.md. */
enum ProblemType {
  MALFORMED_REQUEST("malformed-request", HttpStatus.BAD_REQUEST),
  INVALID_VALUE("invalid-value", HttpStatus.BAD_REQUEST),
  MISSING("missing", HttpStatus.BAD_REQUEST),
  NOT_SIGNED_IN("not-signed-in", HttpStatus.UNAUTHORIZED),
  NOT_ALLOWED("not-allowed", HttpStatus.FORBIDDEN),
  NOT_FOUND("not-found", HttpStatus.NOT_FOUND),
  ALREADY_EXISTS("already-exists", HttpStatus.CONFLICT),
  STALE_VERSION("stale-version", HttpStatus.PRECONDITION_FAILED),
  PRECONDITION_REQUIRED("precondition-required", HttpStatus.PRECONDITION_REQUIRED),
  UNKNOWN_REFERENCE("unknown-reference", HttpStatus.UNPROCESSABLE_CONTENT),
  WRONG_DATATYPE("wrong-datatype", HttpStatus.UNPROCESSABLE_CONTENT),
  QUOTE_NOT_FOUND("quote-not-found", HttpStatus.UNPROCESSABLE_CONTENT),
  QUOTE_AMBIGUOUS("quote-ambiguous", HttpStatus.UNPROCESSABLE_CONTENT),
  UNCITED("uncited", HttpStatus.UNPROCESSABLE_CONTENT),
  IDEMPOTENCY_KEY_REUSED("idempotency-key-reused", HttpStatus.UNPROCESSABLE_CONTENT),
  NOT_POSSIBLE_NOW("not-possible-now", HttpStatus.CONFLICT),
  FACT_MOVED("fact-moved", HttpStatus.CONFLICT),
  NOTHING_CHANGES("nothing-changes", HttpStatus.CONFLICT),
  TOO_LARGE("too-large", HttpStatus.CONTENT_TOO_LARGE),
  METHOD_NOT_ALLOWED("method-not-allowed", HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE("not-acceptable", HttpStatus.NOT_ACCEPTABLE),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  TOO_OFTEN("too-often", HttpStatus.TOO_MANY_REQUESTS),
  UNAVAILABLE("unavailable", HttpStatus.SERVICE_UNAVAILABLE),
  READ_NOT_RECORDED("read-not-recorded", HttpStatus.SERVICE_UNAVAILABLE);

  private final String slug;
  private final HttpStatus status;

  ProblemType(String slug, HttpStatus status) {
    this.slug = slug;
    this.status = status;
  }

  /** The type of a problem that Spring found, by its status. */
  static Optional<ProblemType> of(HttpStatusCode status) {
    return Arrays.stream(values()).filter(type -> type.status.isSameCodeAs(status)).findFirst();
  }

  String slug() {
    return slug;
  }

  /** What it is, in a few words. */
  Detail title() {
    return Detail.of("ingest.title." + slug);
  }

  HttpStatus status() {
    return status;
  }
}
