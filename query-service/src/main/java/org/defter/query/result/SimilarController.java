package org.defter.query.result;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.defter.core.id.FactId;
import org.defter.query.request.Parameters;
import org.defter.query.search.SimilarFacts;
import org.defter.query.search.SimilarFacts.Similar;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SimilarController {

  private final SimilarFacts similar;

  SimilarController(SimilarFacts similar) {
    this.similar = similar;
  }

  @GetMapping(path = "/api/v1/facts/{id}/similar", produces = "application/json")
  Similar similar(@PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("size", "knownAt"));
    return similar.to(
        new FactId(id),
        given.endOf("knownAt"),
        given.number("size", 10, 1, 50),
        Collections.list(request.getLocales()));
  }
}
