package org.defter.ingest.imports;

import java.nio.file.Path;
import java.time.Instant;
import org.defter.core.event.Origin;
import org.defter.core.id.SourceId;
import org.defter.core.value.LanguageTag;

/**
 * An import somebody asked for.
 *
 * @param id its identifier
 * @param folder where its files are: {@code facts.csv}, {@code source.txt}, {@code subjects.csv}
 * @param source the document the facts come from
 * @param title what to call the document when it is taken in
 * @param language of the document
 * @param dryRun whether to store nothing
 * @param sender who asks
 * @param submitted when
 */
record ImportOrder(
    String id,
    Path folder,
    SourceId source,
    String title,
    LanguageTag language,
    boolean dryRun,
    Origin sender,
    Instant submitted) {

  Path facts() {
    return folder.resolve("facts.csv");
  }

  Path sourceText() {
    return folder.resolve("source.txt");
  }

  /** There only when a subjects table was sent. */
  Path subjects() {
    return folder.resolve("subjects.csv");
  }

  /** Every row that was not imported, as CSV. */
  Path problems() {
    return folder.resolve("problems.csv");
  }

  /**
   * Who sends a command of this import.
   *
   * @param step which one, unique in the import
   */
  Origin origin(String step) {
    return new Origin(sender.actor(), sender.onBehalfOf(), id + "." + step, id, id);
  }
}
