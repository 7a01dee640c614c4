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

  /** These, and that a command was refused. */
  public Mistakes and(String field, String detail) {
    return and(Mistake.about(field, "mistake.refused", detail));
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
