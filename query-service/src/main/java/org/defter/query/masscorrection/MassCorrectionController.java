package org.defter.query.masscorrection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.defter.query.frontdoor.Forwarding;
import org.defter.query.frontdoor.HandingOn;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.defter.query.search.EveryFact;
import org.defter.query.search.SearchRequest;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Corrects everything that a search finds. The search is made here, the correction by the ingest
 * service, which answers with the batch it makes of it.
 */
@RestController
class MassCorrectionController {

  private static final int BODY_LIMIT_BYTES = 1 << 20;
  private static final String DRY_RUN = "dryRun";

  /** They choose a page or a past, and a correction is of all that is found, as it stands. */
  private static final Set<String> OUT_OF_PLACE =
      Set.of("size", "cursor", "sort", "format", "knownAt");

  /** They choose nothing. */
  private static final Set<String> WAITING = Set.of("after", "wait");

  private final EveryFact facts;
  private final HandingOn ingest;

  MassCorrectionController(EveryFact facts, HandingOn ingest) {
    this.facts = facts;
    this.ingest = ingest;
  }

  @PostMapping(Forwarding.MASS_CORRECTIONS)
  void correct(HttpServletRequest request, HttpServletResponse response) throws IOException {
    MassCorrection correction = MassCorrection.read(body(request));
    Parameters given = Parameters.of(request);
    boolean dryRun = given.choice(DRY_RUN, Map.of("true", true, "false", false), false);
    FoundRows rows = new FoundRows(correction, facts.pages(search(given).criteria()));
    ingest.post(
        request,
        "/api/v1/batches/corrections",
        DRY_RUN + "=" + dryRun,
        "application/x-ndjson",
        rows,
        response);
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(BODY_LIMIT_BYTES + 1);
    if (body.length > BODY_LIMIT_BYTES) {
      throw ProblemException.invalid("body", "has more than %,d bytes".formatted(BODY_LIMIT_BYTES));
    }
    return body;
  }

  /** Nobody corrects everything there is by leaving a parameter out, or empty. */
  static SearchRequest search(Parameters given) {
    MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(given.values());
    asked.remove(DRY_RUN);
    asked.forEach((name, values) -> {
      if (OUT_OF_PLACE.contains(name)) {
        throw ProblemException.invalid(
            name, "has no meaning here: all that is found is corrected, as it stands today");
      }
      if (values.stream().anyMatch(value -> value == null || value.isBlank())) {
        throw ProblemException.invalid(
            name, "is empty, and would find everything: give it a value, or leave it out");
      }
    });
    if (WAITING.containsAll(asked.keySet())) {
      throw ProblemException.invalid(
          "q", "say which facts: give at least one parameter of the search");
    }
    return SearchRequest.of(new Parameters(asked));
  }
}
