package org.defter.ingest.imports;

import java.util.List;
import java.util.Set;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.CitationDraft;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;
import org.defter.core.source.Passage;
import org.defter.core.source.Quote;
import org.defter.ingest.command.StatementKey;
import org.jspecify.annotations.Nullable;

/**
 * What a row claims, in the archive's terms: everything it names is resolved and its words are
 * found.
 *
 * @param id the fact it becomes when it is not known yet
 * @param key what it says of what
 * @param qualifiers circumstances, in order
 * @param valid when it held; null where the source does not say
 * @param source the document
 * @param passage the words in it
 * @param note a remark on the citation; null for none
 */
record Claim(
    FactId id,
    StatementKey key,
    List<Qualifier> qualifiers,
    @Nullable Edtf valid,
    SourceId source,
    Passage passage,
    @Nullable String note) {
  Claim {
    qualifiers = List.copyOf(qualifiers);
  }

  boolean sameQualifiersAs(Statement statement) {
    return Set.copyOf(qualifiers).equals(Set.copyOf(statement.qualifiers()));
  }

  /** Whether the statement rests on the same words already. */
  boolean citedBy(Statement statement) {
    Citation mine = citation(1);
    return statement.citations().stream().anyMatch(mine::pointsAtSameWordsAs);
  }

  Citation citation(int number) {
    return new Citation(number, source, passage, note, Certainty.CERTAIN);
  }

  /** Points at the passage in one way only: the words occur elsewhere, but do not begin there. */
  CitationDraft draft() {
    Quote quote = new Quote(passage.exact(), null, null, passage.paragraph(), passage.start());
    return new CitationDraft(source, passage.revision(), quote, note, null);
  }
}
