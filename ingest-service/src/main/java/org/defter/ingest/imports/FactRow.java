package org.defter.ingest.imports;

import java.util.List;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.FactId;
import org.defter.core.id.SubjectId;
import org.jspecify.annotations.Nullable;

/**
 * What a row of the table says, cell by cell understood; nothing is looked up yet.
 *
 * @param line the line it begins on
 * @param id the fact's identifier; null when the row leaves it to us
 * @param paragraph where the quote stands; null for anywhere
 * @param quote the words of the source
 * @param subject what it is about
 * @param statement what is said of it
 * @param qualifiers circumstances, in order
 * @param valid when it held; null where the source does not say
 * @param note the archivist's remark; null for none
 * @param mentions every subject it speaks of, each once
 */
record FactRow(
    long line,
    @Nullable FactId id,
    @Nullable Integer paragraph,
    String quote,
    SubjectId subject,
    Term statement,
    List<Term> qualifiers,
    @Nullable Edtf valid,
    @Nullable String note,
    List<Mention> mentions) {
  FactRow {
    qualifiers = List.copyOf(qualifiers);
    mentions = List.copyOf(mentions);
  }

  /** The identifier as the row gives it; empty for none. */
  String label() {
    return id == null ? "" : id.value();
  }
}
