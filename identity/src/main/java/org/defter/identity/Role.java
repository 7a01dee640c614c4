package org.defter.identity;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * What somebody is to the archive. A token may name further roles of the institution's own: they
 * give no right here, and the rules of collections may name them.
 */
public enum Role {
  RESEARCHER(),
  ARCHIVIST(Right.READ_RESTRICTED, Right.RECORD),
  REVIEWER(Right.READ_RESTRICTED, Right.RECORD, Right.REVIEW),
  AUDITOR(Right.READ_RESTRICTED, Right.AUDIT),
  ADMINISTRATOR(Right.values());

  private final Set<Right> rights;

  Role(Right... rights) {
    this.rights = Set.copyOf(Arrays.asList(rights));
  }

  /** As tokens and events name it, for example {@code archivist}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public Set<Right> rights() {
    return rights;
  }

  /** The rights of somebody who has these roles. */
  public static Set<Right> rightsOf(Collection<String> words) {
    Set<Right> all = EnumSet.noneOf(Right.class);
    for (Role role : values()) {
      if (words.contains(role.word())) {
        all.addAll(role.rights);
      }
    }
    return all;
  }
}
