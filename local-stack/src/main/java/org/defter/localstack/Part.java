package org.defter.localstack;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** A server of the stack. They start in this order and stop in the opposite one. */
public enum Part {
  POSTGRESQL("PostgreSQL", "postgresql", 60),
  KAFKA("Kafka", "kafka", 90),
  ELASTICSEARCH("Elasticsearch", "elasticsearch", 180),
  INGEST_SERVICE("ingest-service", "ingest-service", 120),
  QUERY_SERVICE("query-service", "query-service", 120);

  /** What the services stand on. */
  public static final Set<Part> INFRASTRUCTURE =
      Collections.unmodifiableSet(EnumSet.of(POSTGRESQL, KAFKA, ELASTICSEARCH));

  /** The two services of the archive. */
  public static final Set<Part> SERVICES =
      Collections.unmodifiableSet(EnumSet.of(INGEST_SERVICE, QUERY_SERVICE));

  private final String label;
  private final String folder;
  private final Duration startLimit;

  Part(String label, String folder, int startLimitSeconds) {
    this.label = label;
    this.folder = folder;
    this.startLimit = Duration.ofSeconds(startLimitSeconds);
  }

  /** The name people read. */
  public String label() {
    return label;
  }

  /** The name of its folder in the data directory. */
  public String folder() {
    return folder;
  }

  /** How long it may take from its start to its first answer, on a slow and loaded machine. */
  Duration startLimit() {
    return startLimit;
  }
}
