package org.defter.ingest.imports;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.SubjectCommand.RegisterSubject;

/** Knows which subjects the archive has, and how to register those it lacks. Renames none. */
final class Subjects {

  private static final int REMEMBERED = 200_000;

  private final TakenIds taken;
  private final Map<SubjectId, RegisterSubject> listed;
  private final Set<SubjectId> present =
      Collections.newSetFromMap(
          new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<SubjectId, Boolean> eldest) {
              return size() > REMEMBERED;
            }
          });

  /**
   * @param listed what the subjects table says of them
   */
  Subjects(TakenIds taken, Map<SubjectId, RegisterSubject> listed) {
    this.taken = taken;
    this.listed = listed;
  }

  /** Those the archive lacks, with one question to it at most. */
  Set<SubjectId> missingAmong(Collection<SubjectId> ids) {
    Set<SubjectId> unknown = new HashSet<>(ids);
    unknown.removeAll(present);
    if (unknown.isEmpty()) {
      return unknown;
    }
    Set<String> found =
        taken.among(unknown.stream().map(SubjectId::qualified).collect(Collectors.toSet()));
    unknown.removeIf(id -> {
      boolean there = found.contains(id.qualified());
      if (there) {
        present.add(id);
      }
      return there;
    });
    return unknown;
  }

  /** How to register a subject: as the subjects table says, or as the row shows it. */
  RegisterSubject registration(Mention mention) {
    RegisterSubject asListed = listed.get(mention.id());
    return asListed != null
        ? asListed
        : new RegisterSubject(mention.id(), mention.kind(), List.of(mention.name()), List.of());
  }

  Collection<RegisterSubject> listed() {
    return listed.values();
  }

  /** Takes note that a subject is there now. */
  void registered(SubjectId id) {
    present.add(id);
  }
}
