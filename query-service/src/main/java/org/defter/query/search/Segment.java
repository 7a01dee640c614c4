package org.defter.query.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of a text that was searched.
 *
 * @param text as it stands, to be escaped by whoever shows it
 * @param match whether the search found it
 */
public record Segment(String text, boolean match) {

  /** Private-use characters, which no text of the archive's scripts needs. */
  static final char BEGIN = '\uE000';

  static final char END = '\uE001';

  /** Splits a highlighted text at its markers. */
  static List<Segment> of(String highlighted) {
    List<Segment> segments = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < highlighted.length(); at++) {
      char character = highlighted.charAt(at);
      if (character == BEGIN || character == END) {
        addUnlessEmpty(segments, text, character == END);
      } else {
        text.append(character);
      }
    }
    addUnlessEmpty(segments, text, false);
    return List.copyOf(segments);
  }

  /** The text without the markers. */
  static String plain(String highlighted) {
    return highlighted.replace(String.valueOf(BEGIN), "").replace(String.valueOf(END), "");
  }

  private static void addUnlessEmpty(List<Segment> segments, StringBuilder text, boolean match) {
    if (!text.isEmpty()) {
      segments.add(new Segment(text.toString(), match));
      text.setLength(0);
    }
  }
}
