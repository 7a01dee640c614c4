package org.defter.query.suggestion;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.defter.query.request.Parameters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SuggestionController {

  private final Suggestions suggestions;

  SuggestionController(Suggestions suggestions) {
    this.suggestions = suggestions;
  }

  /** What may be meant. */
  record Answer(List<Suggestion> suggestions) {}

  @GetMapping(path = "/api/v1/suggestions", produces = "application/json")
  ResponseEntity<Answer> suggest(HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("q", "size", "knownAt"));
    String typed = given.text("q");
    if (typed == null) {
      throw new ProblemException(
          Problem.at("q", ProblemType.MISSING, Detail.of("query.search.name-missing")));
    }
    return ResponseEntity.ok()
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(
            new Answer(
                suggestions.of(
                    typed,
                    given.number("size", 10, 1, 50),
                    given.endOf("knownAt"),
                    Collections.list(request.getLocales()))));
  }
}
