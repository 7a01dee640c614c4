package org.defter.core.source;

import java.util.List;
import org.defter.core.detail.Detail;
import org.defter.core.id.Actor;
import org.defter.core.id.ArchiveId;
import org.defter.core.value.InvalidValue;
import org.jspecify.annotations.Nullable;

/**
 * Who may correct what is cited from a collection: a source and everything below it that has no
 * rule of its own.
 *
 * @param direct who may change such facts at once
 * @param review who may accept or decline what others propose, never what they proposed themselves;
 *     null for the same as {@code direct}
 */
public record CorrectionRule(People direct, @Nullable People review) {

  /**
   * Some people.
   *
   * @param roles everybody who acts in one of these
   * @param actors identifiers of single people
   */
  public record People(List<String> roles, List<String> actors) {

    /**
     * @throws InvalidValue when a role or actor is no identifier
     */
    public People {
      roles.forEach(role -> ArchiveId.checked("roles", role));
      actors.forEach(actor -> ArchiveId.checked("actors", actor.replace('@', '_')));
      roles = List.copyOf(roles);
      actors = List.copyOf(actors);
    }

    /** Whether somebody is one of them. */
    public boolean include(Actor actor) {
      return roles.contains(actor.role()) || actors.contains(actor.id());
    }

    private boolean areNobody() {
      return roles.isEmpty() && actors.isEmpty();
    }
  }

  /**
   * @throws InvalidValue when nobody could review, and so nothing could ever be corrected
   */
  public CorrectionRule {
    if ((review == null ? direct : review).areNobody()) {
      throw new InvalidValue("review", Detail.of("source.rule-without-reviewer"));
    }
  }

  /** Who may review. */
  public People reviewers() {
    return review == null ? direct : review;
  }
}
