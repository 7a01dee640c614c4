package org.defter.ingest.problem;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** The kinds of problem this service answers with; the list for readers is docs/problems.md. */
enum ProblemType {
  MALFORMED_REQUEST("malformed-request", "The request cannot be read", HttpStatus.BAD_REQUEST),
  INVALID_VALUE("invalid-value", "A value makes no sense", HttpStatus.BAD_REQUEST),
  MISSING("missing", "Something is missing", HttpStatus.BAD_REQUEST),
  NOT_SIGNED_IN("not-signed-in", "Say who you are", HttpStatus.UNAUTHORIZED),
  NOT_ALLOWED("not-allowed", "Somebody else must do this", HttpStatus.FORBIDDEN),
  NOT_FOUND("not-found", "There is no such thing", HttpStatus.NOT_FOUND),
  ALREADY_EXISTS("already-exists", "The identifier is taken", HttpStatus.CONFLICT),
  STALE_VERSION("stale-version", "Somebody else changed it first", HttpStatus.PRECONDITION_FAILED),
  PRECONDITION_REQUIRED(
      "precondition-required", "Say which version you read", HttpStatus.PRECONDITION_REQUIRED),
  UNKNOWN_REFERENCE(
      "unknown-reference",
      "The archive does not hold what is named",
      HttpStatus.UNPROCESSABLE_CONTENT),
  WRONG_DATATYPE(
      "wrong-datatype",
      "The property takes another kind of value",
      HttpStatus.UNPROCESSABLE_CONTENT),
  QUOTE_NOT_FOUND(
      "quote-not-found",
      "The quoted words are not in the source",
      HttpStatus.UNPROCESSABLE_CONTENT),
  QUOTE_AMBIGUOUS(
      "quote-ambiguous",
      "The quoted words stand in several places",
      HttpStatus.UNPROCESSABLE_CONTENT),
  UNCITED("uncited", "A fact needs a citation", HttpStatus.UNPROCESSABLE_CONTENT),
  IDEMPOTENCY_KEY_REUSED(
      "idempotency-key-reused",
      "The key was used for another request",
      HttpStatus.UNPROCESSABLE_CONTENT),
  NOT_POSSIBLE_NOW("not-possible-now", "It is not in a state for that", HttpStatus.CONFLICT),
  FACT_MOVED("fact-moved", "The fact has moved on since this was proposed", HttpStatus.CONFLICT),
  NOTHING_CHANGES("nothing-changes", "The command would change nothing", HttpStatus.CONFLICT),
  TOO_LARGE("too-large", "The request is too large", HttpStatus.CONTENT_TOO_LARGE),
  METHOD_NOT_ALLOWED(
      "method-not-allowed", "This cannot be done here", HttpStatus.METHOD_NOT_ALLOWED),
  NOT_ACCEPTABLE("not-acceptable", "There is no such representation", HttpStatus.NOT_ACCEPTABLE),
  UNSUPPORTED_MEDIA_TYPE(
      "unsupported-media-type",
      "The body is of another media type",
      HttpStatus.UNSUPPORTED_MEDIA_TYPE),
  TOO_OFTEN("too-often", "That was too often", HttpStatus.TOO_MANY_REQUESTS),
  UNAVAILABLE(
      "unavailable", "A part of the archive does not answer", HttpStatus.SERVICE_UNAVAILABLE),
  READ_NOT_RECORDED(
      "read-not-recorded", "The read cannot be recorded", HttpStatus.SERVICE_UNAVAILABLE);

  private final String slug;
  private final String title;
  private final HttpStatus status;

  ProblemType(String slug, String title, HttpStatus status) {
    this.slug = slug;
    this.title = title;
    this.status = status;
  }

  /** The type of a problem that Spring found, by its status. */
  static Optional<ProblemType> of(HttpStatusCode status) {
    return Arrays.stream(values()).filter(type -> type.status.isSameCodeAs(status)).findFirst();
  }

  String slug() {
    return slug;
  }

  String title() {
    return title;
  }

  HttpStatus status() {
    return status;
  }
}
