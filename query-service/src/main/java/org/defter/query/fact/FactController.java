package org.defter.query.fact;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.defter.core.id.FactId;
import org.defter.query.request.Parameters;
import org.defter.query.visibility.ById;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

@RestController
@RequestMapping(path = "/api/v1/facts/{id}", produces = "application/json")
class FactController {

  private final Facts facts;

  FactController(Facts facts) {
    this.facts = facts;
  }

  /** A fact's history. */
  record History(FactId id, List<FactVersion> versions) {}

  @ById
  @GetMapping(params = "!knownAt")
  @Nullable ResponseEntity<FactView> get(@PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("version", "knownAt"));
    Long version =
        given.text("version") == null
            ? null
            : Long.valueOf(given.number("version", 1, 1, Integer.MAX_VALUE));
    return answer(
        facts.get(new FactId(id), version, null, Collections.list(request.getLocales())), request);
  }

  @GetMapping(params = "knownAt")
  @Nullable ResponseEntity<FactView> getAsKnown(
      @PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("knownAt"));
    return answer(
        facts.get(
            new FactId(id), null, given.endOf("knownAt"), Collections.list(request.getLocales())),
        request);
  }

  @GetMapping("/history")
  History history(@PathVariable String id, HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    FactId fact = new FactId(id);
    return new History(fact, facts.history(fact));
  }

  private static @Nullable ResponseEntity<FactView> answer(
      FactView fact, HttpServletRequest request) {
    String tag = "\"" + fact.version() + "\"";
    if (new ServletWebRequest(request).checkNotModified(tag)) {
      return null;
    }
    return ResponseEntity.ok()
        .eTag(tag)
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(fact);
  }
}
