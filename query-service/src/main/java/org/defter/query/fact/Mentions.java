package org.defter.query.fact;

import java.util.LinkedHashSet;
import java.util.Set;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Statement;
import org.defter.core.id.ArchiveId;
import org.defter.core.value.Value;

/** The things a statement names. */
public final class Mentions {

  private Mentions() {}

  /**
   * Its subject, property, subjects in values and qualifiers, properties of qualifiers, sources.
   */
  public static Set<ArchiveId> in(Statement statement) {
    Set<ArchiveId> named = new LinkedHashSet<>();
    named.add(statement.subject());
    named.add(statement.property());
    addSubject(named, statement.value());
    for (Qualifier qualifier : statement.qualifiers()) {
      named.add(qualifier.property());
      addSubject(named, qualifier.value());
    }
    for (Citation citation : statement.citations()) {
      named.add(citation.source());
    }
    return named;
  }

  private static void addSubject(Set<ArchiveId> named, Value value) {
    if (value instanceof Value.SubjectReference(var subject)) {
      named.add(subject);
    }
  }
}
