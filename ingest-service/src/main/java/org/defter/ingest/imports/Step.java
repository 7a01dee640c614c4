package org.defter.ingest.imports;

import java.util.List;
import org.defter.core.ArchiveCommand;
import org.defter.core.fact.FactEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done for one row.
 *
 * @param row the row
 * @param match what it is to the archive
 * @param commands what makes the terms and subjects it needs, then what makes its fact; empty when
 *     nothing is to be done
 * @param event what will have happened to the fact; null when nothing is to be done
 */
record Step(ReadRow row, Match match, List<ArchiveCommand> commands, @Nullable FactEvent event) {
  Step {
    commands = List.copyOf(commands);
  }
}
