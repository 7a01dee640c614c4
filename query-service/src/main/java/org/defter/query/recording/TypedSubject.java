package org.defter.query.recording;

import java.util.List;
import java.util.stream.Stream;
import org.defter.core.subject.SubjectKind;
import org.defter.query.decision.Form;

/**
 * A subject that is not in the archive yet, as it is typed beside a fact about it.
 *
 * @param name what it is called
 * @param language of the name
 * @param kind the word for what sort of thing it is
 * @param offered the name that the page put there by itself; it gives way to a better one
 */
public record TypedSubject(String name, String language, String kind, String offered) {

  /** Fields keep their order, as those of a form that is sent again must. */
  private record Registration(String kind, List<TypedName> names) {}

  private record TypedName(String text, String language) {}

  /** What can be chosen as the kind; first what says nothing yet. */
  public static final List<String> KINDS =
      Stream.concat(
              Stream.of(SubjectKind.UNDETERMINED),
              Stream.of(SubjectKind.values()).filter(kind -> kind != SubjectKind.UNDETERMINED))
          .map(SubjectKind::word)
          .toList();

  /** Nothing typed yet. */
  public static TypedSubject empty(String language) {
    return new TypedSubject("", language, KINDS.getFirst(), "");
  }

  /** What somebody typed. */
  public static TypedSubject of(Form form) {
    return new TypedSubject(
        form.text("newName"), form.text("newLanguage"), form.text("newKind"), form.text("offered"));
  }

  /**
   * The same, under the name by which nothing was found; unless somebody typed another one.
   *
   * @param unknown empty where that is not so
   */
  public TypedSubject called(String unknown) {
    return name.equals(offered) ? new TypedSubject(unknown, language, kind, unknown) : this;
  }

  /** The body of the command that registers it; what is wrong with it is for the archive to say. */
  public Object body() {
    return new Registration(kind, List.of(new TypedName(name, language)));
  }
}
