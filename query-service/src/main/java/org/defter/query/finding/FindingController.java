package org.defter.query.finding;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.defter.core.id.FindingId;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.defter.query.visibility.ById;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1", produces = "application/json")
class FindingController {

  private final Findings findings;

  FindingController(Findings findings) {
    this.findings = findings;
  }

  @GetMapping("/contradictions")
  ResponseEntity<FindingView.Page> contradictions(HttpServletRequest request) {
    return linked(
        request,
        findings
            .upToDate()
            .contradictions(
                FindingRequest.of(Parameters.of(request)), Collections.list(request.getLocales())));
  }

  @GetMapping("/duplicates")
  ResponseEntity<FindingView.Page> duplicates(HttpServletRequest request) {
    return linked(
        request,
        findings
            .upToDate()
            .duplicates(
                FindingRequest.of(Parameters.of(request)), Collections.list(request.getLocales())));
  }

  @ById
  @GetMapping("/findings/{id}")
  ResponseEntity<FindingView.Decided> decided(@PathVariable String id, HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    FindingView.Decided decided = findings.decided(new FindingId(id));
    return ResponseEntity.ok().eTag("\"" + decided.version() + "\"").body(decided);
  }

  private static ResponseEntity<FindingView.Page> linked(
      HttpServletRequest request, FindingView.Page page) {
    return NextPage.linked(request, page.next(), page);
  }
}
