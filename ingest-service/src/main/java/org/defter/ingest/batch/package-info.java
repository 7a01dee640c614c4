/**
 * Batches: many commands that belong together, whatever they are for. A batch waits in the {@link
 * org.defter.ingest.batch.BatchQueue}, is carried out chunk by chunk by a {@link
 * org.defter.ingest.batch.BatchRun}, and leaves a {@link org.defter.ingest.batch.BatchRow} for each
 * row in the transaction that stores the row's events. What a kind of batch does is a {@link
 * org.defter.ingest.batch.BatchWork}.
 */
@NullMarked
package org.defter.ingest.batch;

import org.jspecify.annotations.NullMarked;
