package org.defter.query.problem;

import org.defter.core.detail.Detail;

/**
 * The kinds of problem the read side reports. Each has one URI ({@code /problems/<slug>}), one
 * title and one status, and a paragraph in docs/problems.md. A slug is never changed or used again.
 */
public enum ProblemType {
  MALFORMED_REQUEST("malformed-request", 400),
  INVALID_VALUE("invalid-value", 400),
  MISSING("missing", 400),
  NOT_SIGNED_IN("not-signed-in", 401),
  NOT_ALLOWED("not-allowed", 403),
  CROSS_SITE("cross-site", 403),
  NOT_FOUND("not-found", 404),
  METHOD_NOT_ALLOWED("method-not-allowed", 405),
  NOT_ACCEPTABLE("not-acceptable", 406),
  TOO_LARGE("too-large", 413),
  ADDRESS_TOO_LONG("address-too-long", 414),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415),
  HEADERS_TOO_LARGE("headers-too-large", 431),
  REBUILD_RUNNING("rebuild-running", 409),
  TOO_OFTEN("too-often", 429),
  INTERNAL_ERROR("internal-error", 500),
  UNAVAILABLE("unavailable", 503),
  READ_NOT_RECORDED("read-not-recorded", 503),
  NOT_YET_VISIBLE("not-yet-visible", 504);

  private final String slug;
  private final int status;

  ProblemType(String slug, int status) {
    this.slug = slug;
    this.status = status;
  }

  /** The value of the {@code type} member: a URI relative to the archive's address. */
  public String uri() {
    return "/problems/" + slug;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The same words for every problem of this kind. */
  public Detail title() {
    return Detail.of("query.title." + slug);
  }

  /** The kind that stands for a status which a framework chose. */
  public static ProblemType ofStatus(int status) {
    for (ProblemType type : values()) {
      if (type.status == status) {
        return type;
      }
    }
    return status >= 500 ? INTERNAL_ERROR : MALFORMED_REQUEST;
  }
}
