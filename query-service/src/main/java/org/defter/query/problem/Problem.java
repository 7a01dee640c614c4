package org.defter.query.problem;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;

/**
 * Why an answer cannot be given (RFC 9457).
 *
 * @param type which kind
 * @param detail what is wrong here and what to do about it, for people
 * @param field the parameter, header or field at fault; null where none is
 * @param headers HTTP headers that go with it, for example {@code Allow}
 */
public record Problem(
    ProblemType type, Detail detail, @Nullable String field, Map<String, String> headers) {

  /** The media type of its JSON form. */
  public static final String MEDIA_TYPE = "application/problem+json";

  public Problem {
    headers = Map.copyOf(headers);
  }

  /** A problem with no field and no headers. */
  public static Problem of(ProblemType type, Detail detail) {
    return new Problem(type, detail, null, Map.of());
  }

  /** A problem with one field. */
  public static Problem at(String field, ProblemType type, Detail detail) {
    return new Problem(type, detail, field, Map.of());
  }

  /** The HTTP status. */
  public int status() {
    return type.status();
  }

  /**
   * Its members, in the order of RFC 9457 section 3.1, {@code field} being ours.
   *
   * @param reader the language of {@code title} and {@code detail}
   */
  public Map<String, Object> members(Locale reader) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", type.uri());
    members.put("title", type.title().in(reader));
    members.put("status", type.status());
    members.put("detail", detail.in(reader));
    if (field != null) {
      members.put("field", field);
    }
    return members;
  }
}
