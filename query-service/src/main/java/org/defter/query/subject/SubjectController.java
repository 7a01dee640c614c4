package org.defter.query.subject;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.defter.core.id.SubjectId;
import org.defter.query.request.MergedInto;
import org.defter.query.request.Parameters;
import org.defter.query.search.Times;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/subjects", produces = "application/json")
class SubjectController {

  private final Subjects subjects;

  SubjectController(Subjects subjects) {
    this.subjects = subjects;
  }

  @GetMapping
  SubjectView.Found find(HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("q", "size", "knownAt"));
    return subjects.find(given.text("q"), given.number("size", 20, 1, 200), given.endOf("knownAt"));
  }

  /** A subject's dossier; one that was merged sends its reader on, but for what was known then. */
  @GetMapping("/{id}")
  ResponseEntity<?> get(@PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Times.PARAMETERS);
    Times times = Times.of(given);
    SubjectId subject = new SubjectId(id);
    SubjectView.WithFacts found =
        subjects.get(subject, times, Collections.list(request.getLocales()));
    String into = found.subject().into();
    return times.knownAt() == null && into != null
        ? MergedInto.answer(
            request,
            subject,
            into,
            "/api/v1/subjects/",
            "/api/v1/subjects/" + id + "?knownAt=<a date before the merge>")
        : ResponseEntity.ok(found);
  }
}
