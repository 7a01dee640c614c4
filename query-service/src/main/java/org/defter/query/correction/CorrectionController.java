package org.defter.query.correction;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.defter.core.id.CorrectionId;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.defter.query.visibility.ById;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/corrections", produces = "application/json")
class CorrectionController {

  private final Queues queues;
  private final Corrections corrections;

  CorrectionController(Queues queues, Corrections corrections) {
    this.queues = queues;
    this.corrections = corrections;
  }

  @GetMapping
  ResponseEntity<Queue> queue(HttpServletRequest request) {
    Queue page =
        queues.page(
            QueueRequest.of(Parameters.of(request)), Collections.list(request.getLocales()));
    return NextPage.linked(request, page.next(), page);
  }

  @ById
  @GetMapping("/{id}")
  CorrectionView get(@PathVariable String id, HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    return corrections.get(new CorrectionId(id), Collections.list(request.getLocales()));
  }
}
