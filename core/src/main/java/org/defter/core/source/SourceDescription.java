package org.defter.core.source;

import java.util.List;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SourceId;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a document, after ISAD(G) 3.1 and 3.2.
 *
 * @param title its title, as it stands on the document or as supplied by the archivist
 * @param referenceCode the archive's reference code; null where none is given
 * @param creators persons and bodies who made it; may be empty
 * @param date when it was made; null where not known
 * @param languages of the document; may be empty
 * @param level its level of description
 * @param parent the source it is a part of; null at the top
 * @param access conditions governing access
 */
public record SourceDescription(
    String title,
    @Nullable String referenceCode,
    List<String> creators,
    @Nullable Edtf date,
    List<LanguageTag> languages,
    Level level,
    @Nullable SourceId parent,
    Access access) {

  public SourceDescription {
    PlainText.line("title", title);
    if (referenceCode != null) {
      PlainText.line("referenceCode", referenceCode);
    }
    creators.forEach(creator -> PlainText.line("creators", creator));
    creators = List.copyOf(creators);
    languages = List.copyOf(languages);
  }
}
