package org.defter.query.problem;

/**
 * The kinds of problem the read side reports. Each has one URI ({@code /problems/<slug>}), one
 * title and one status, and a paragraph in docs/problems.md. A slug is never changed or used again.
 */
public enum ProblemType {
  MALFORMED_REQUEST("malformed-request", 400, "The request cannot be read"),
  INVALID_VALUE("invalid-value", 400, "A value makes no sense"),
  MISSING("missing", 400, "Something is missing"),
  NOT_SIGNED_IN("not-signed-in", 401, "Say who you are"),
  NOT_ALLOWED("not-allowed", 403, "Somebody else must do this"),
  CROSS_SITE("cross-site", 403, "This did not come from a page of the archive"),
  NOT_FOUND("not-found", 404, "There is no such thing"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "This cannot be done here"),
  NOT_ACCEPTABLE("not-acceptable", 406, "There is no such format"),
  TOO_LARGE("too-large", 413, "The request is too large"),
  ADDRESS_TOO_LONG("address-too-long", 414, "The address is too long"),
  UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The format is not read here"),
  HEADERS_TOO_LARGE("headers-too-large", 431, "The headers are too large"),
  REBUILD_RUNNING("rebuild-running", 409, "An index is being rebuilt"),
  TOO_OFTEN("too-often", 429, "That was too often"),
  INTERNAL_ERROR("internal-error", 500, "The service made a mistake"),
  UNAVAILABLE("unavailable", 503, "A part of the archive does not answer"),
  READ_NOT_RECORDED("read-not-recorded", 503, "The read cannot be recorded"),
  NOT_YET_VISIBLE("not-yet-visible", 504, "The write is not in the search index yet");

  private final String slug;
  private final int status;
  private final String title;

  ProblemType(String slug, int status, String title) {
    this.slug = slug;
    this.status = status;
    this.title = title;
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
  public String title() {
    return title;
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
