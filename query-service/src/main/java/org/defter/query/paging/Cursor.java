package org.defter.query.paging;

import co.elastic.clients.elasticsearch._types.FieldValue;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.defter.core.detail.Detail;
import org.defter.query.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * Where a page of results ended.
 *
 * <p>A search of facts opens a point in time with its first page, and its further pages keep it.
 * Where what was read before cannot move, the first page is an ordinary search, and the second
 * opens the point in time: most readers never turn the page, and an open one holds resources in
 * Elasticsearch.
 *
 * @param question a digest of what was asked, so that a cursor is not used with another question
 * @param pointInTime the point in time the page was read from; null for a first page
 * @param after the sort values of its last result
 */
public record Cursor(String question, @Nullable String pointInTime, List<FieldValue> after) {

  private static final JsonMapper JSON = JsonMapper.shared();

  public Cursor {
    after = List.copyOf(after);
  }

  /** An opaque token, safe in a URL. */
  public String token() {
    ArrayNode parts = JSON.createArrayNode().add(question).add(pointInTime);
    for (FieldValue value : after) {
      switch (value._kind()) {
        case Long -> parts.add(value.longValue());
        case Double -> parts.add(value.doubleValue());
        case Boolean -> parts.add(value.booleanValue());
        case String -> parts.add(value.stringValue());
        case Null -> parts.addNull();
        default -> throw new IllegalStateException("a sort value of kind " + value._kind());
      }
    }
    return Base64.getUrlEncoder().withoutPadding().encodeToString(JSON.writeValueAsBytes(parts));
  }

  /**
   * Reads a token.
   *
   * @param questions the digests of what is asked now, any of which will do
   * @throws ProblemException when it was not made by {@link #token}, or for another question
   */
  public static Cursor parse(String token, String... questions) {
    Cursor cursor = read(token);
    if (!List.of(questions).contains(cursor.question)) {
      throw ProblemException.invalid("cursor", Detail.of("query.cursor.other-search"));
    }
    return cursor;
  }

  private static Cursor read(String token) {
    try {
      JsonNode parts = JSON.readTree(Base64.getUrlDecoder().decode(token));
      if (parts.isArray() && parts.size() >= 3 && parts.get(0).isString()) {
        List<FieldValue> after = new ArrayList<>();
        for (int at = 2; at < parts.size(); at++) {
          after.add(sortValue(parts.get(at)));
        }
        JsonNode pointInTime = parts.get(1);
        return new Cursor(
            parts.get(0).stringValue(),
            pointInTime.isString() ? pointInTime.stringValue() : null,
            after);
      }
    } catch (IllegalArgumentException | JacksonException malformed) {
      throw refused();
    }
    throw refused();
  }

  private static FieldValue sortValue(JsonNode value) {
    if (value.isIntegralNumber()) {
      return FieldValue.of(value.longValue());
    }
    if (value.isNumber()) {
      return FieldValue.of(value.doubleValue());
    }
    if (value.isBoolean()) {
      return FieldValue.of(value.booleanValue());
    }
    return value.isNull()
        ? FieldValue.NULL
        : FieldValue.of(Objects.requireNonNull(value.asString()));
  }

  private static ProblemException refused() {
    return ProblemException.invalid("cursor", Detail.of("query.cursor.none"));
  }
}
