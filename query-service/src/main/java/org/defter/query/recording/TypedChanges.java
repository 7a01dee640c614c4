package org.defter.query.recording;

import org.defter.query.decision.Form;

/**
 * What is to change in many facts, as it is typed into a form.
 *
 * @param of the property that all of these facts state, by its identifier; empty where they differ
 * @param from the value that only those to change have; empty for any
 * @param to what they are to say; what is empty stays as it is
 * @param when what becomes of their valid times
 * @param qualifiers what becomes of their circumstances
 */
public record TypedChanges(
    String of, String from, TypedStatement to, Handling when, Handling qualifiers) {

  /** What somebody typed. */
  public static TypedChanges of(Form form, String property) {
    TypedStatement to =
        new TypedStatement(
            form.text("subject"),
            form.text("property"),
            form.text("value"),
            form.text("language"),
            TypedQualifier.of(form),
            form.text("when"),
            form.text("certainty"));
    return new TypedChanges(
        property,
        form.text("from"),
        to,
        Handling.of(form, "whenHow"),
        Handling.of(form, "qualifiersHow"));
  }
}
