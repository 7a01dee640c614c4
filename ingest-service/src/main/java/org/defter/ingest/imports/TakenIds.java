package org.defter.ingest.imports;

import java.util.Collection;
import java.util.Set;

/** Tells which identifiers are taken. */
interface TakenIds {

  /** Those of these qualified identifiers that something in the archive has; in one question. */
  Set<String> among(Collection<String> qualifiedIds);
}
