package org.defter.query.change;

import jakarta.servlet.http.HttpServletRequest;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeController {

  private final Changes changes;

  ChangeController(Changes changes) {
    this.changes = changes;
  }

  @GetMapping(path = "/api/v1/changes", produces = "application/json")
  ResponseEntity<Change.Page> page(HttpServletRequest request) {
    Change.Page page = changes.page(ChangeRequest.of(Parameters.of(request)));
    return NextPage.linked(request, page.next(), page);
  }
}
