package org.defter.query.fact;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.defter.core.id.FactId;
import org.defter.query.request.MergedInto;
import org.defter.query.request.Parameters;
import org.defter.query.visibility.ById;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/facts/{id}", produces = "application/json")
class FactController {

  private final Facts facts;

  FactController(Facts facts) {
    this.facts = facts;
  }

  /** A fact as it stands; one that was merged sends its reader on, but for its versions. */
  @ById
  @GetMapping(params = "!knownAt")
  ResponseEntity<?> get(@PathVariable String id, HttpServletRequest request) {
    Parameters given =
        Parameters.of(request).allowing(Set.of("version", "validAt", "validFrom", "validTo"));
    Long version =
        given.text("version") == null
            ? null
            : Long.valueOf(given.number("version", 1, 1, Integer.MAX_VALUE));
    FactView fact =
        facts.get(
            new FactId(id),
            version,
            null,
            given.validDays(),
            Collections.list(request.getLocales()));
    return version == null && fact.into() != null
        ? MergedInto.answer(
            request, fact.id(), fact.into(), "/api/v1/facts/", "/api/v1/facts/" + id + "/history")
        : answer(fact);
  }

  @GetMapping(params = "knownAt")
  ResponseEntity<FactView> getAsKnown(@PathVariable String id, HttpServletRequest request) {
    Parameters given =
        Parameters.of(request).allowing(Set.of("knownAt", "validAt", "validFrom", "validTo"));
    return answer(
        facts.get(
            new FactId(id),
            null,
            given.endOf("knownAt"),
            given.validDays(),
            Collections.list(request.getLocales())));
  }

  @GetMapping("/history")
  FactHistory history(@PathVariable String id, HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    return facts.history(new FactId(id));
  }

  /** Spring compares the tag with If-None-Match, and answers 304 when it is the same. */
  private static ResponseEntity<FactView> answer(FactView fact) {
    return ResponseEntity.ok()
        .eTag("\"" + fact.version() + "\"")
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(fact);
  }
}
