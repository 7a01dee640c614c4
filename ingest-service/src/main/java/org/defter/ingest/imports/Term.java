package org.defter.ingest.imports;

import org.defter.core.value.Value;

/**
 * Something said with a term of the vocabulary, before it is known which term that is.
 *
 * @param name the property or qualifier as the table names it
 * @param value what is said
 */
record Term(String name, Value value) {}
