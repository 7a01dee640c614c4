package org.defter.ingest.problem;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request that cannot be taken as it is: too large, or without something every command needs. */
public final class UnreadableRequest extends IOException {

  private static final long serialVersionUID = 1L;

  private final ProblemType type;
  private final @Nullable String field;

  private UnreadableRequest(ProblemType type, @Nullable String field, String detail) {
    super(detail);
    this.type = type;
    this.field = field;
  }

  /** The body is larger than allowed. */
  public static UnreadableRequest tooLarge(long limitBytes) {
    return new UnreadableRequest(
        ProblemType.TOO_LARGE,
        "body",
        "the body is larger than the %,d bytes a command may have".formatted(limitBytes));
  }

  /** A header that must be there is not. */
  public static UnreadableRequest withoutHeader(String header, String detail) {
    return new UnreadableRequest(ProblemType.MISSING, header, detail);
  }

  /** The version that is to be changed is not named. */
  public static UnreadableRequest withoutVersion() {
    return new UnreadableRequest(
        ProblemType.PRECONDITION_REQUIRED,
        "If-Match",
        "send the version you read in If-Match, for example If-Match: \"3\" (it is the ETag of the last read),"
            + " so that nobody's change is overwritten unseen");
  }

  ProblemType type() {
    return type;
  }

  @Nullable String field() {
    return field;
  }
}
