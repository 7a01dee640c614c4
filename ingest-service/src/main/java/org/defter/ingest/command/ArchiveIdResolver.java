package org.defter.ingest.command;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.defter.core.ArchiveCommand;
import org.springframework.stereotype.Component;

/** Tells Axon which aggregate a command is for, so that the core needs none of its annotations. */
@Component(ArchiveIdResolver.NAME)
public final class ArchiveIdResolver implements CommandTargetResolver {

  /** The bean's name, for the aggregates' annotations. */
  public static final String NAME = "archiveIdResolver";

  @Override
  public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
    ArchiveCommand archiveCommand = (ArchiveCommand) command.getPayload();
    return new VersionedAggregateIdentifier((Object) archiveCommand.id().qualified(), null);
  }
}
