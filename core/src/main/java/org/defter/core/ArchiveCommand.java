package org.defter.core;

import org.defter.core.correction.CorrectionCommand;
import org.defter.core.fact.FactCommand;
import org.defter.core.finding.FindingCommand;
import org.defter.core.id.ArchiveId;
import org.defter.core.property.PropertyCommand;
import org.defter.core.source.SourceCommand;
import org.defter.core.subject.SubjectCommand;

/** Something an archivist asks the archive to do. */
public sealed interface ArchiveCommand
    permits CorrectionCommand,
        FactCommand,
        FindingCommand,
        PropertyCommand,
        SourceCommand,
        SubjectCommand {

  /** What it is to be done to. */
  ArchiveId id();
}
