package org.defter.query.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.defter.core.id.FactId;
import org.defter.query.request.Parameters;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

@RestController
class ProvenanceController {

  private final Records records;

  ProvenanceController(Records records) {
    this.records = records;
  }

  @GetMapping("/api/v1/facts/{id}/provenance")
  ResponseEntity<byte[]> provenance(@PathVariable String id, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    Parameters given = Parameters.of(request).allowing(Set.of("knownAt", "format"));
    Format format = Format.wanted(given, request.getHeader(HttpHeaders.ACCEPT));
    Recorded recorded = records.of(new FactId(id), given.endOf("knownAt"));
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(format.mediaType())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT);
    if (format == Format.SVG) {
      answer.header("Content-Security-Policy", Picture.POLICY);
    }
    return answer.body(format.write(Provenance.of(recorded, new Names(base))).getBytes(UTF_8));
  }
}
