package org.defter.ingest.imports;

import org.defter.core.id.SubjectId;
import org.defter.core.subject.Name;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.LanguageTag;

/**
 * A subject a row speaks of, and what to register it as when the archive does not know it.
 *
 * @param id its identifier
 * @param kind what the row shows it to be
 * @param name what to call it
 */
record Mention(SubjectId id, SubjectKind kind, Name name) {

  /** A subject of which only the identifier is known. */
  static Mention of(SubjectId id) {
    Name name = new Name(Slug.humanised(id.value()), LanguageTag.UNDETERMINED, null);
    return new Mention(id, SubjectKind.UNDETERMINED, name);
  }

  /** A place, of which the name is known. */
  static Mention place(String name) {
    LanguageTag language = Slug.isAscii(name) ? new LanguageTag("en") : LanguageTag.UNDETERMINED;
    return new Mention(
        new SubjectId(Slug.of(name)), SubjectKind.PLACE, new Name(name, language, null));
  }
}
