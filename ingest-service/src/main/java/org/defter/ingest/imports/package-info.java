/**
 * Imports: a table of facts and the source they come from, turned into commands row by row.
 *
 * <p>A run goes through {@link org.defter.ingest.imports.FactsScan} (is the file sound, what does
 * it name), {@link org.defter.ingest.imports.SourceText} (where the quotes are looked for), and
 * then chunk by chunk through {@link org.defter.ingest.imports.RowReader} (cells to values), {@link
 * org.defter.ingest.imports.QuoteFinder} (words to passages), {@link
 * org.defter.ingest.imports.Vocabulary} (names to properties) and {@link
 * org.defter.ingest.imports.Matching} (is it known already).
 */
@NullMarked
package org.defter.ingest.imports;

import org.jspecify.annotations.NullMarked;
