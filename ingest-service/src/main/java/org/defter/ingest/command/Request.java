package org.defter.ingest.command;

import org.defter.core.ArchiveCommand;
import org.defter.core.event.Origin;

/**
 * A command, with who sends it and what led to it.
 *
 * @param command what is to be done
 * @param origin who asks for it
 */
public record Request(ArchiveCommand command, Origin origin) {}
