package org.defter.query.recording;

import java.util.List;

/**
 * What is wrong with a field, or not clear.
 *
 * @param field the field of the form
 * @param key of the message that says so
 * @param about what the message is about: what was typed, or a detail; empty for nothing
 * @param choices what may be meant; empty where that is not known
 */
public record Mistake(String field, String key, String about, List<Choice> choices) {

  /**
   * Something that may be meant.
   *
   * @param typed what to type in the field for it
   * @param label what it is called
   */
  public record Choice(String typed, String label) {

    /** A thing, to be typed as suggestions write it. */
    public static Choice of(String label, String id) {
      return new Choice(label + " [" + id + "]", label);
    }
  }

  static Mistake of(String field, String key) {
    return new Mistake(field, key, "", List.of());
  }

  static Mistake about(String field, String key, String about) {
    return new Mistake(field, key, about, List.of());
  }
}
