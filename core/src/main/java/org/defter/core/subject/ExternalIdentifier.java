package org.defter.core.subject;

import org.defter.core.id.ArchiveId;
import org.defter.core.value.PlainText;

/**
 * What another authority calls the same subject.
 *
 * @param authority for example {@code wikidata}, {@code viaf}, {@code isni}
 * @param value the identifier there
 */
public record ExternalIdentifier(String authority, String value) {
  public ExternalIdentifier {
    ArchiveId.checked("identifiers.authority", authority);
    PlainText.line("identifiers.value", value);
  }
}
