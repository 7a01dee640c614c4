package org.defter.query.masscorrection;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.query.frontdoor.Forwarding;
import org.defter.query.frontdoor.HandingOn;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Corrects everything that a search finds; the ingest service answers with the batch it makes of
 * it.
 */
@RestController
class MassCorrectionController {

  private static final int BODY_LIMIT_BYTES = 1 << 20;
  private static final String DRY_RUN = "dryRun";

  private final MassCorrections corrections;
  private final HandingOn ingest;

  MassCorrectionController(MassCorrections corrections, HandingOn ingest) {
    this.corrections = corrections;
    this.ingest = ingest;
  }

  @PostMapping(Forwarding.MASS_CORRECTIONS)
  void correct(HttpServletRequest request, HttpServletResponse response) throws IOException {
    MassCorrection correction = MassCorrection.read(body(request));
    Parameters given = Parameters.of(request);
    boolean dryRun = given.choice(DRY_RUN, Map.of("true", true, "false", false), false);
    ingest.post(
        request,
        MassCorrections.TAKEN_AT,
        DRY_RUN + "=" + dryRun,
        MassCorrections.JSON_LINES,
        corrections.rows(correction, given.without(Set.of(DRY_RUN))),
        response);
  }

  private static byte[] body(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(BODY_LIMIT_BYTES + 1);
    if (body.length > BODY_LIMIT_BYTES) {
      throw ProblemException.invalid(
          "body", Detail.of("query.mass-correction.too-large", BODY_LIMIT_BYTES));
    }
    return body;
  }
}
