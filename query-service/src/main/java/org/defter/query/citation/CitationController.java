package org.defter.query.citation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.defter.core.id.FactId;
import org.defter.query.fact.FactView;
import org.defter.query.fact.Facts;
import org.defter.query.request.Parameters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
class CitationController {

  private static final Map<String, CitationFormat> FORMATS =
      Map.of(
          "text", CitationFormat.TEXT,
          "bibtex", CitationFormat.BIBTEX,
          "csl-json", CitationFormat.CSL_JSON);

  private final Facts facts;
  private final FactCitations citations;

  CitationController(Facts facts, FactCitations citations) {
    this.facts = facts;
    this.citations = citations;
  }

  @GetMapping("/api/v1/facts/{id}/citation")
  ResponseEntity<String> cite(@PathVariable String id, HttpServletRequest request) {
    Parameters given = Parameters.of(request).allowing(Set.of("format", "version", "knownAt"));
    CitationFormat format = given.choice("format", FORMATS, CitationFormat.TEXT);
    List<Locale> readers = Collections.list(request.getLocales());
    Long version =
        given.text("version") == null
            ? null
            : Long.valueOf(given.number("version", 1, 1, Integer.MAX_VALUE));
    FactView fact = facts.get(new FactId(id), version, given.endOf("knownAt"), null, readers);
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    return ResponseEntity.ok()
        .header(HttpHeaders.CONTENT_TYPE, format.mediaType())
        .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
        .body(format.of(citations.of(fact, base, readers)));
  }
}
