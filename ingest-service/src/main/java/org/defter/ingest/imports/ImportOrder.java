package org.defter.ingest.imports;

import java.nio.file.Path;
import org.defter.core.id.SourceId;
import org.defter.core.value.LanguageTag;

/**
 * What an import was asked for with, beside its files.
 *
 * @param source the document the facts come from
 * @param title what to call the document when it is taken in
 * @param language of the document
 */
record ImportOrder(SourceId source, String title, LanguageTag language) {

  /** The table of facts, in the folder of an import. */
  static Path facts(Path folder) {
    return folder.resolve("facts.csv");
  }

  /** The text they come from. */
  static Path sourceText(Path folder) {
    return folder.resolve("source.txt");
  }

  /** There only when a subjects table was sent. */
  static Path subjects(Path folder) {
    return folder.resolve("subjects.csv");
  }
}
