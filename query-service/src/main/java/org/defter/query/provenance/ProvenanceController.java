package org.defter.query.provenance;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.defter.core.id.FactId;
import org.defter.query.request.Parameters;
import org.springframework.context.MessageSource;
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
  private final MessageSource messages;

  ProvenanceController(Records records, MessageSource messages) {
    this.records = records;
    this.messages = messages;
  }

  @GetMapping("/api/v1/facts/{id}/provenance")
  ResponseEntity<byte[]> provenance(@PathVariable String id, HttpServletRequest request)
      throws HttpMediaTypeNotAcceptableException {
    Parameters given = Parameters.of(request).allowing(Set.of("knownAt", "format", "lang"));
    Format format = Format.wanted(given, request.getHeader(HttpHeaders.ACCEPT));
    Recorded recorded = records.of(new FactId(id), given.endOf("knownAt"));
    String base = ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    ResponseEntity.BodyBuilder answer =
        ResponseEntity.ok()
            .contentType(format.mediaType())
            .header(HttpHeaders.VARY, HttpHeaders.ACCEPT, HttpHeaders.ACCEPT_LANGUAGE);
    if (format == Format.SVG) {
      answer.header("Content-Security-Policy", Picture.POLICY);
    }
    Document document = Provenance.of(recorded, new Names(base));
    Words words = new Words(messages, readers(given, request));
    return answer.body(format.write(document, words).getBytes(UTF_8));
  }

  /** A page asks for the picture in its own language, which the reader chose there. */
  private static List<Locale> readers(Parameters given, HttpServletRequest request) {
    String language = given.text("lang");
    return language == null
        ? Collections.list(request.getLocales())
        : List.of(Locale.forLanguageTag(language));
  }
}
