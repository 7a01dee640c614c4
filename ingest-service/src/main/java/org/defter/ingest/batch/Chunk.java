package org.defter.ingest.batch;

import java.util.List;
import java.util.function.Function;
import org.defter.ingest.command.Outcome;
import org.defter.ingest.command.Request;

/**
 * Some rows of a batch, to be carried out in one transaction.
 *
 * @param requests their commands
 * @param rows what became of the rows, given an outcome for each command; given none in a dry run,
 *     what would. May be asked several times, of which the last counts.
 */
public record Chunk(List<Request> requests, Function<List<Outcome>, List<BatchRow>> rows) {
  public Chunk {
    requests = List.copyOf(requests);
  }
}
