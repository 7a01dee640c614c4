package org.defter.acceptance;

import java.util.List;
import tools.jackson.databind.JsonNode;

/** Reads what a search answered. */
final class Found {
  private Found() {}

  static List<String> ids(JsonNode answer) {
    return strings(answer, "/id");
  }

  /** What each found fact holds at a JSON pointer (RFC 6901). */
  static List<String> strings(JsonNode answer, String pointer) {
    return answer.path("facts").valueStream().map(fact -> fact.at(pointer).asString("")).toList();
  }
}
