package org.defter.ingest.masscorrection;

import java.nio.file.Path;
import org.defter.core.decision.Reason;

/**
 * The first line of a mass correction.
 *
 * @param reason why everything after it is corrected
 */
record CorrectionOrder(Reason reason) {

  /** The lines after the first, in the folder of a mass correction. */
  static Path rows(Path folder) {
    return folder.resolve("corrections.jsonl");
  }
}
