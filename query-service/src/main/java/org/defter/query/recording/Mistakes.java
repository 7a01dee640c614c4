package org.defter.query.recording;

import java.util.ArrayList;
import java.util.List;

/** All that is wrong with a form, to be shown each beside its field. */
public record Mistakes(List<Mistake> all) {

  public Mistakes {
    all = List.copyOf(all);
  }

  /** Whether there is none. */
  public boolean none() {
    return all.isEmpty();
  }

  /** Those of a field. */
  public List<Mistake> of(String field) {
    return all.stream().filter(mistake -> mistake.field().equals(field)).toList();
  }

  /**
   * These, and that the command was refused.
   *
   * @param at the field of the command that is at fault, as the problem names it
   */
  public Mistakes refused(String at, String detail) {
    return and(Mistake.about(field(at), "mistake.refused", detail));
  }

  /** The field of the form that a field of the command is typed in. */
  private static String field(String ofCommand) {
    String name = ofCommand.split("[.\\[]", 2)[0];
    return switch (name) {
      case "citations", "citation" -> "exact";
      case "valid" -> "when";
      case "reason" -> "reasonType";
      case "names" -> "newName";
      case "kind" -> "newKind";
      // "changes.value": of a correction.
      case "changes" -> name.equals(ofCommand) ? name : field(ofCommand.substring(8));
      default -> name;
    };
  }

  /**
   * These, and that something is missing.
   *
   * @param key of the message that says so
   */
  public Mistakes missing(String field, String key) {
    return and(Mistake.of(field, key));
  }

  private Mistakes and(Mistake mistake) {
    List<Mistake> more = new ArrayList<>(all);
    more.add(mistake);
    return new Mistakes(more);
  }
}
