package org.defter.core.id;

import org.defter.core.value.InvalidValue;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * Who did something: a person or a program.
 *
 * @param id stable for ever, see {@link ArchiveId#checked} for its characters; {@code @} is allowed
 *     too
 * @param name as people know them; null where not given
 * @param role what they acted as, for example {@code archivist}
 */
public record Actor(String id, @Nullable String name, String role) {

  /**
   * @throws InvalidValue when the id or role is not an identifier, or the name holds control
   *     characters
   */
  public Actor {
    ArchiveId.checked("actor.id", id.replace('@', '_'));
    ArchiveId.checked("actor.role", role);
    if (name != null) {
      PlainText.line("actor.name", name);
    }
  }
}
