package org.defter.core.event;

import org.defter.core.id.Actor;
import org.jspecify.annotations.Nullable;

/**
 * Who did something, for whom, and what led to it.
 *
 * @param actor who did it
 * @param onBehalfOf for whom; null when for themselves
 * @param commandId the command that led to the event
 * @param correlationId shared by everything one request or import led to
 * @param causationId the message that directly led to the command; the command's own id when a
 *     person sent it
 */
public record Origin(
    Actor actor,
    @Nullable Actor onBehalfOf,
    String commandId,
    String correlationId,
    String causationId) {}
