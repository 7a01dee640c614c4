package org.defter.ingest.problem;

import java.io.IOException;
import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;

/** A request that cannot be taken as it is: too large, or without something every command needs. */
public final class UnreadableRequest extends IOException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final @Nullable String field;

  private final transient Detail detail;

  private UnreadableRequest(ProblemType type, @Nullable String field, Detail detail) {
    super(detail.toString());
    this.type = type;
    this.field = field;
    this.detail = detail;
  }

  /** The body is larger than allowed. */
  public static UnreadableRequest tooLarge(long limitBytes) {
    return new UnreadableRequest(
        ProblemType.TOO_LARGE, "body", Detail.of("ingest.request.body-too-large", limitBytes));
  }

  /** A file that is uploaded is larger than allowed. */
  public static UnreadableRequest fileTooLarge(String part, long limitBytes) {
    return new UnreadableRequest(
        ProblemType.TOO_LARGE, part, Detail.of("ingest.request.file-too-large", limitBytes));
  }

  /** The version that is to be changed is not named. */
  public static UnreadableRequest withoutVersion() {
    return new UnreadableRequest(
        ProblemType.PRECONDITION_REQUIRED, "If-Match", Detail.of("ingest.request.without-version"));
  }

  ProblemType type() {
    return type;
  }

  Detail detail() {
    return detail;
  }

  @Nullable String field() {
    return field;
  }
}
