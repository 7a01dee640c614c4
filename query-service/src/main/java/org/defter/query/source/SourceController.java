package org.defter.query.source;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Set;
import org.defter.core.id.SourceId;
import org.defter.core.source.Transcription;
import org.defter.query.request.Parameters;
import org.defter.query.search.Times;
import org.defter.query.visibility.ById;
import org.defter.readmodel.document.SourceDocument;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping(path = "/api/v1/sources/{id}", produces = "application/json")
class SourceController {

  private final Sources sources;
  private final CorrectionRules rules;

  SourceController(Sources sources, CorrectionRules rules) {
    this.sources = sources;
    this.rules = rules;
  }

  @ById
  @GetMapping(params = "!knownAt")
  ResponseEntity<SourceView> get(@PathVariable String id, HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    return answer(sources.get(new SourceId(id), null));
  }

  @GetMapping(params = "knownAt")
  ResponseEntity<SourceView> getAsKnown(@PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("knownAt"));
    return answer(sources.get(new SourceId(id), given.endOf("knownAt")));
  }

  private static ResponseEntity<SourceView> answer(SourceDocument source) {
    Transcription newest = source.transcription();
    return ResponseEntity.ok()
        .eTag("\"" + source.version() + "\"")
        .body(
            new SourceView(
                new SourceId(source.id()),
                source.version(),
                source.description(),
                newest == null
                    ? null
                    : new SourceView.Digest(
                        newest.revision(), newest.language(), newest.sha256())));
  }

  @GetMapping("/transcription")
  Transcription transcription(@PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("revision", "knownAt"));
    Integer revision =
        given.text("revision") == null
            ? null
            : Integer.valueOf(given.number("revision", 1, 1, 1_000_000));
    return sources.transcription(new SourceId(id), revision, given.endOf("knownAt"));
  }

  @GetMapping("/facts")
  SourceView.Facts facts(@PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Times.PARAMETERS);
    return sources.facts(new SourceId(id), Times.of(given), Collections.list(request.getLocales()));
  }

  @GetMapping("/correction-rule")
  CorrectionRules.InForce correctionRule(@PathVariable String id, HttpServletRequest request) {
    Parameters.of(request).allowing(Set.of());
    return rules.of(new SourceId(id));
  }
}
