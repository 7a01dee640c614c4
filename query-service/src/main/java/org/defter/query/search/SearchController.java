package org.defter.query.search;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SearchController {

  private final FactSearch search;

  SearchController(FactSearch search) {
    this.search = search;
  }

  @GetMapping(
      path = {"/api/v1/facts", "/api/v1/search"},
      produces = "application/json")
  ResponseEntity<SearchAnswer> search(HttpServletRequest request) {
    SearchAnswer answer =
        search.answer(
            SearchRequest.of(Parameters.of(request)), Collections.list(request.getLocales()));
    return NextPage.linked(request, answer.next(), answer);
  }
}
