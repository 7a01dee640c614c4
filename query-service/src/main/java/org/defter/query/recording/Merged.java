package org.defter.query.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What two people would have a fact say, brought together field by field: what only one of them
 * changed is as they would have it; what both changed is as it was typed, for them to decide.
 *
 * @param statement what to show in the form
 * @param fields the fields that are not the same on all sides
 */
public record Merged(TypedStatement statement, List<Field> fields) {

  /**
   * A field on all sides.
   *
   * @param field its name in the form
   * @param seen as it was when the form was opened
   * @param now as the fact stands
   * @param yours as it will be
   * @param conflict whether both changed it, to different things
   */
  public record Field(String field, String seen, String now, String yours, boolean conflict) {

    /** Whether the fact will say something else than it does. */
    public boolean changes() {
      return !now.equals(yours);
    }

    /** Whether the fact says something else than when the form was opened. */
    public boolean moved() {
      return !now.equals(seen);
    }
  }

  private static final Map<String, Function<TypedStatement, String>> FIELDS = named();

  private static Map<String, Function<TypedStatement, String>> named() {
    Map<String, Function<TypedStatement, String>> fields = new LinkedHashMap<>();
    fields.put("subject", TypedStatement::subject);
    fields.put("property", TypedStatement::property);
    fields.put("value", TypedStatement::value);
    fields.put("language", TypedStatement::language);
    fields.put("qualifiers", statement -> TypedQualifier.written(statement.qualifiers()));
    fields.put("when", TypedStatement::valid);
    fields.put("certainty", TypedStatement::certainty);
    return fields;
  }

  /**
   * Brings together.
   *
   * @param seen the fact as it was when the form was opened
   * @param now the fact as it stands
   * @param typed the form as it was sent
   */
  public static Merged of(TypedStatement seen, TypedStatement now, TypedStatement typed) {
    Map<String, TypedStatement> together = new LinkedHashMap<>();
    List<Field> differing = new ArrayList<>();
    FIELDS.forEach((name, of) -> {
      String before = of.apply(seen);
      String standing = of.apply(now);
      String said = of.apply(typed);
      boolean theirs = said.equals(before) && !said.equals(standing);
      String mine = theirs ? standing : said;
      together.put(name, theirs ? now : typed);
      if (!mine.equals(standing) || !standing.equals(before)) {
        boolean conflict = !mine.equals(standing) && !standing.equals(before);
        differing.add(new Field(name, before, standing, mine, conflict));
      }
    });
    return new Merged(
        together(field -> together.getOrDefault(field, typed)), List.copyOf(differing));
  }

  private static TypedStatement together(Function<String, TypedStatement> whose) {
    return new TypedStatement(
        whose.apply("subject").subject(),
        whose.apply("property").property(),
        whose.apply("value").value(),
        whose.apply("language").language(),
        whose.apply("qualifiers").qualifiers(),
        whose.apply("when").valid(),
        whose.apply("certainty").certainty());
  }

  /** Whether somebody changed the fact since the form was opened. */
  public boolean moved() {
    return fields.stream().anyMatch(Field::moved);
  }

  /** Whether a field will say something else than the fact does. */
  boolean changes(String name) {
    return fields.stream().anyMatch(field -> field.field().equals(name) && field.changes());
  }
}
