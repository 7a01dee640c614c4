package org.defter.identity;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.defter.core.value.VocabularyTerm;

/**
 * What somebody is to the archive. A token may name further roles of the institution's own: they
 * give no right here, and the rules of collections may name them.
 */
public enum Role implements VocabularyTerm {
  RESEARCHER,
  ARCHIVIST,
  REVIEWER,
  AUDITOR,
  ADMINISTRATOR;

  public Set<Right> rights() {
    return switch (this) {
      case RESEARCHER -> Set.of();
      case ARCHIVIST -> Set.of(Right.READ_RESTRICTED, Right.RECORD);
      case REVIEWER -> Set.of(Right.READ_RESTRICTED, Right.RECORD, Right.REVIEW);
      case AUDITOR -> Set.of(Right.READ_RESTRICTED, Right.AUDIT);
      case ADMINISTRATOR -> Set.of(Right.values());
    };
  }

  /** The rights of somebody who has these roles. */
  public static Set<Right> rightsOf(Collection<String> words) {
    Set<Right> all = EnumSet.noneOf(Right.class);
    for (Role role : values()) {
      if (words.contains(role.word())) {
        all.addAll(role.rights());
      }
    }
    return all;
  }
}
