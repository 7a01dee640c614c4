package org.defter.query.comparison;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ComparisonController {

  private final Comparisons comparisons;

  ComparisonController(Comparisons comparisons) {
    this.comparisons = comparisons;
  }

  @GetMapping(path = "/api/v1/comparison", produces = "application/json")
  ResponseEntity<Difference.Page> page(HttpServletRequest request) {
    Difference.Page page =
        comparisons.page(
            ComparisonRequest.of(Parameters.of(request)), Collections.list(request.getLocales()));
    return NextPage.linked(request, page.next(), page);
  }
}
