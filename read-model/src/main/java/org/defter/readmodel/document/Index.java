package org.defter.readmodel.document;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The indexes. Readers use {@link #alias}; behind it stands one generation, {@code <alias>-<n>}.
 */
public enum Index {
  /** Facts as they stand, by fact id: {@link FactDocument}. */
  FACTS("facts"),
  /** Every version of every fact, by {@link #versionId}: {@link FactDocument}. */
  FACT_VERSIONS("fact-versions"),
  /** Authority records, by subject id: {@link SubjectDocument}. */
  SUBJECTS("subjects"),
  /** Documents, by source id: {@link SourceDocument}. */
  SOURCES("sources"),
  /** The vocabulary, by property id: {@link PropertyDocument}. */
  PROPERTIES("properties"),
  /** Every version of every authority record: {@link SubjectDocument}. */
  SUBJECT_VERSIONS("subject-versions"),
  /** Every version of every document: {@link SourceDocument}. */
  SOURCE_VERSIONS("source-versions"),
  /** Every version of every term of the vocabulary: {@link PropertyDocument}. */
  PROPERTY_VERSIONS("property-versions"),
  /** Proposed corrections, by their id: {@link CorrectionDocument}. */
  CORRECTIONS("corrections"),
  /** What was decided about pairs of facts, by finding id: {@link FindingDocument}. */
  FINDINGS("findings"),
  /** Every event, by event id: {@link EventDocument}. */
  EVENTS("events");

  private static final Pattern NUMBERED = Pattern.compile("(?<alias>.+)-(?<number>[1-9]\\d{0,8})");
  private static final Set<Index> UNVERSIONED = EnumSet.of(CORRECTIONS, FINDINGS, EVENTS);

  private final String alias;

  Index(String alias) {
    this.alias = alias;
  }

  /**
   * Where the versions are of what stands in this index as it is now: the same documents, and on
   * each of them {@code knownTo}, the record time at which it was superseded; none on the newest.
   */
  public Index versions() {
    return switch (this) {
      case FACTS, FACT_VERSIONS -> FACT_VERSIONS;
      case SUBJECTS, SUBJECT_VERSIONS -> SUBJECT_VERSIONS;
      case SOURCES, SOURCE_VERSIONS -> SOURCE_VERSIONS;
      case PROPERTIES, PROPERTY_VERSIONS -> PROPERTY_VERSIONS;
      case CORRECTIONS, FINDINGS, EVENTS ->
          throw new IllegalStateException("no versions are kept of " + alias);
    };
  }

  /** Whether every version is kept, and not only what stands. */
  public boolean hasVersions() {
    return !UNVERSIONED.contains(this);
  }

  /** Whether it holds a document of every event, and not only of what stands. */
  public boolean holdsEveryEvent() {
    return this == EVENTS || (hasVersions() && this == versions());
  }

  /** The id of a version's document: {@code <id>@<version>}; no identifier holds an at sign. */
  public static String versionId(String id, long version) {
    return id + "@" + version;
  }

  /** What a document is of, whether its id is an identifier or a version's. */
  public static String idOf(String documentId) {
    int at = documentId.indexOf('@');
    return at < 0 ? documentId : documentId.substring(0, at);
  }

  /** The name readers use. */
  public String alias() {
    return alias;
  }

  /** The name of one generation, which counts from 1. */
  public String generation(int number) {
    return alias + "-" + number;
  }

  /** Which generation of this index a name is of; 0 when it is of none. */
  public int generation(String name) {
    Matcher numbered = NUMBERED.matcher(name);
    return numbered.matches() && numbered.group("alias").equals(alias)
        ? Integer.parseInt(numbered.group("number"))
        : 0;
  }
}
