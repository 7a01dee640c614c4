package org.defter.ingest.imports;

import org.defter.core.Archive;
import org.defter.core.source.Anchoring;
import org.defter.core.source.SourceCommand.DepositSource;
import org.defter.ingest.command.FactLookup;

/**
 * All of the archive that an import looks into.
 *
 * @param archive looks up terms and texts
 * @param facts finds facts by what they state
 * @param taken tells which identifiers are taken
 */
record ArchiveAccess(Archive archive, FactLookup facts, TakenIds taken) {

  /** Whether the source is there with this very text. */
  boolean hasText(DepositSource deposit) {
    Anchoring text = archive.transcription(deposit.id(), 1);
    return text != null
        && deposit.reading() != null
        && text.transcription().text().equals(deposit.reading().text());
  }
}
