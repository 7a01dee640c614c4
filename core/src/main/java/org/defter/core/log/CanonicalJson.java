package org.defter.core.log;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.defter.core.value.InvalidValue;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The one spelling of a JSON document: RFC 8785 (JCS). What it would change in meaning is refused:
 * members given twice, numbers that no double holds as written, halves of surrogate pairs.
 */
public final class CanonicalJson {

  private static final JsonFactory FACTORY = new JsonFactory();

  private CanonicalJson() {}

  /**
   * The canonical form of a JSON text.
   *
   * @throws InvalidValue when it is not JSON, or the canonical form would lose some of it
   */
  public static String of(String json) {
    StringBuilder canonical = new StringBuilder(json.length());
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), json)) {
      write(parser, parser.nextToken(), canonical);
      if (parser.nextToken() != null) {
        throw new InvalidValue("json", "goes on after its end");
      }
    } catch (JacksonException malformed) {
      throw new InvalidValue("json", "is not JSON: " + malformed.getOriginalMessage());
    }
    return canonical.toString();
  }

  /**
   * The same, in UTF-8.
   *
   * @throws InvalidValue when it is not JSON, or the canonical form would lose some of it
   */
  public static byte[] bytes(String json) {
    return of(json).getBytes(StandardCharsets.UTF_8);
  }

  /**
   * The text of a document that must be in its canonical form already.
   *
   * @throws InvalidValue when any byte is not as RFC 8785 has it
   */
  public static String text(byte[] document) {
    String text = Notation.text("json", document);
    if (!of(text).equals(text)) {
      throw new InvalidValue(
          "json", "is not written as RFC 8785 says: a byte was changed, or a program rewrote it");
    }
    return text;
  }

  private static void write(JsonParser parser, JsonToken token, StringBuilder into) {
    switch (token) {
      case START_OBJECT -> writeObject(parser, into);
      case START_ARRAY -> writeArray(parser, into);
      case VALUE_STRING -> writeString(parser.getString(), into);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          into.append(CanonicalNumber.of(parser.getString()));
      case VALUE_TRUE -> into.append("true");
      case VALUE_FALSE -> into.append("false");
      case VALUE_NULL -> into.append("null");
      case null, default -> throw new InvalidValue("json", "is empty");
    }
  }

  private static void writeObject(JsonParser parser, StringBuilder into) {
    // String's order is by UTF-16 code units: that of RFC 8785, section 3.2.3.
    Map<String, String> members = new TreeMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      StringBuilder value = new StringBuilder();
      write(parser, parser.nextToken(), value);
      if (members.put(name, value.toString()) != null) {
        throw new InvalidValue("json", "has the member '" + name + "' twice");
      }
    }
    char before = '{';
    for (Map.Entry<String, String> member : members.entrySet()) {
      into.append(before);
      writeString(member.getKey(), into);
      into.append(':').append(member.getValue());
      before = ',';
    }
    into.append(members.isEmpty() ? "{}" : "}");
  }

  private static void writeArray(JsonParser parser, StringBuilder into) {
    List<String> elements = new ArrayList<>();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      StringBuilder element = new StringBuilder();
      write(parser, token, element);
      elements.add(element.toString());
    }
    into.append(elements.stream().collect(Collectors.joining(",", "[", "]")));
  }

  /** Writes a text as RFC 8785, section 3.2.2.2 says. */
  static void writeString(String text, StringBuilder into) {
    into.append('"');
    int written = 0;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (Character.isSurrogate(character)) {
        at = secondOfPair(text, at);
      } else if (character < ' ' || character == '"' || character == '\\') {
        into.append(text, written, at).append(escaped(character));
        written = at + 1;
      }
    }
    into.append(text, written, text.length()).append('"');
  }

  private static int secondOfPair(String text, int at) {
    if (at + 1 == text.length()
        || !Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1))) {
      throw new InvalidValue("json", "holds half of a surrogate pair, which is no character");
    }
    return at + 1;
  }

  private static String escaped(char character) {
    return switch (character) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> "\\u%04x".formatted((int) character);
    };
  }
}
