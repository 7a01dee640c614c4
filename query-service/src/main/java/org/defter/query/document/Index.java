package org.defter.query.document;

/**
 * The indexes. Readers use {@link #alias}; behind it stands one generation, {@code <alias>-<n>}.
 */
public enum Index {
  /** Facts as they stand, by fact id: {@link FactDocument}. */
  FACTS("facts"),
  /** Every version of every fact, by {@link FactDocument#versionId}: {@link FactDocument}. */
  FACT_VERSIONS("fact-versions"),
  /** Authority records, by subject id: {@link SubjectDocument}. */
  SUBJECTS("subjects"),
  /** Documents, by source id: {@link SourceDocument}. */
  SOURCES("sources"),
  /** The vocabulary, by property id: {@link PropertyDocument}. */
  PROPERTIES("properties"),
  /** Proposed corrections, by their id: {@link CorrectionDocument}. */
  CORRECTIONS("corrections"),
  /** What was decided about pairs of facts, by finding id: {@link FindingDocument}. */
  FINDINGS("findings"),
  /** Every event, by event id: {@link EventDocument}. */
  EVENTS("events");

  private final String alias;

  Index(String alias) {
    this.alias = alias;
  }

  /** The name readers use. */
  public String alias() {
    return alias;
  }

  /** The name of one generation. */
  public String generation(String suffix) {
    return alias + "-" + suffix;
  }
}
