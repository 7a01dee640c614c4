package org.defter.query.masscorrection;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.query.frontdoor.Answer;
import org.defter.query.frontdoor.HandingOn;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.defter.query.search.EveryFact;
import org.defter.query.search.SearchRequest;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Corrects everything that a search finds: the search is made here, the batch by ingest. */
@Component
public final class MassCorrections {

  /** Where the ingest service takes them. */
  static final String TAKEN_AT = "/api/v1/batches/corrections";

  static final String JSON_LINES = "application/x-ndjson";

  /** They choose a page or a past, and a correction is of all that is found, as it stands. */
  private static final Set<String> OUT_OF_PLACE =
      Set.of("size", "cursor", "sort", "format", "knownAt");

  /** They choose nothing. */
  private static final Set<String> WAITING = Set.of("after", "wait");

  private final EveryFact facts;
  private final HandingOn ingest;

  MassCorrections(EveryFact facts, HandingOn ingest) {
    this.facts = facts;
    this.ingest = ingest;
  }

  /** The correction as the ingest service takes it; facts are looked for while it is read. */
  InputStream rows(MassCorrection correction, Parameters search) {
    return new FoundRows(correction, facts.pages(search(search).criteria()));
  }

  /**
   * Has shown what a mass correction would do.
   *
   * @param correction as the body of the command
   * @param search which facts
   */
  public Answer preview(byte[] correction, Parameters search) throws IOException {
    return ingest.take(
        TAKEN_AT, "dryRun=true", JSON_LINES, rows(MassCorrection.read(correction), search));
  }

  /**
   * The facts that a search finds. Nobody corrects everything there is by leaving a parameter out,
   * or empty.
   *
   * @throws ProblemException naming the parameter that has no place here
   */
  public static SearchRequest search(Parameters given) {
    MultiValueMap<String, String> asked = given.values();
    asked.forEach((name, values) -> {
      if (OUT_OF_PLACE.contains(name)) {
        throw ProblemException.invalid(name, Detail.of("query.mass-correction.meaningless"));
      }
      if (values.stream().anyMatch(value -> value == null || value.isBlank())) {
        throw ProblemException.invalid(name, Detail.of("query.mass-correction.empty"));
      }
    });
    if (WAITING.containsAll(asked.keySet())) {
      throw ProblemException.invalid("q", Detail.of("query.mass-correction.search-missing"));
    }
    return SearchRequest.of(new Parameters(new LinkedMultiValueMap<>(asked)));
  }
}
