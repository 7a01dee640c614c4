package org.defter.query.change;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ChangeController {

  private final Changes changes;

  ChangeController(Changes changes) {
    this.changes = changes;
  }

  /** A page; null when a file was sent instead. */
  @GetMapping(path = "/api/v1/changes")
  @Nullable ResponseEntity<Change.Page> changes(
      HttpServletRequest request, HttpServletResponse response) throws IOException {
    Parameters given = Parameters.of(request);
    ChangeFile file = ChangeFile.wanted(given);
    if (file != null) {
      file.send(changes, ChangeRequest.whole(given), response);
      return null;
    }
    Change.Page page = changes.page(ChangeRequest.of(given));
    return NextPage.linked(request, page.next(), page);
  }
}
