package org.defter.query.anchor;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class UnanchoredController {

  private final UnanchoredCitations citations;

  UnanchoredController(UnanchoredCitations citations) {
    this.citations = citations;
  }

  @GetMapping(path = "/api/v1/unanchored-citations", produces = "application/json")
  ResponseEntity<UnanchoredCitation.Page> page(HttpServletRequest request) {
    UnanchoredCitation.Page page =
        citations.page(
            UnanchoredRequest.of(Parameters.of(request)), Collections.list(request.getLocales()));
    return NextPage.linked(request, page.next(), page);
  }
}
