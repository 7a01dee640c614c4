package org.defter.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.TreeMap;
import org.defter.core.log.Hash;
import tools.jackson.databind.JsonNode;

/**
 * A document's SHA-256, whatever the order of its members. Not that of RFC 8785, which has no form
 * for the 64-bit numbers in documents.
 */
final class DocumentDigest {

  /** Set on a version when the next one begins: compared by itself. */
  static final String CLOSING = "knownTo";

  private DocumentDigest() {}

  /** Of everything in it but {@link #CLOSING}. */
  static Hash of(JsonNode document) {
    StringBuilder spelling = new StringBuilder(2048);
    Map<String, JsonNode> members = sorted(document);
    members.remove(CLOSING);
    write(members, spelling);
    return Hash.sha256(spelling.toString().getBytes(UTF_8));
  }

  private static Map<String, JsonNode> sorted(JsonNode object) {
    Map<String, JsonNode> members = new TreeMap<>();
    object.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
    return members;
  }

  private static void write(Map<String, JsonNode> members, StringBuilder into) {
    into.append('{');
    members.forEach((name, value) -> {
      write(name, into);
      write(value, into);
    });
    into.append('}');
  }

  private static void write(JsonNode value, StringBuilder into) {
    if (value.isObject()) {
      write(sorted(value), into);
    } else if (value.isArray()) {
      into.append('[');
      value.forEach(element -> write(element, into));
      into.append(']');
    } else if (value.isString()) {
      write(value.stringValue(), into);
    } else {
      into.append(value).append(',');
    }
  }

  /** Its length first: so no text can be taken for what follows it. */
  private static void write(String text, StringBuilder into) {
    into.append(text.length()).append(':').append(text);
  }
}
