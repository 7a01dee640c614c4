package org.defter.query.source;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.core.source.Access;
import org.defter.query.frontdoor.Answer;
import org.defter.query.frontdoor.HandingOn;
import org.defter.query.problem.Problem;
import org.defter.query.problem.ProblemException;
import org.defter.query.problem.ProblemType;
import org.defter.query.request.Address;
import org.defter.readmodel.document.SourceDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Has it recorded who reads a restricted source, before anything of it is given. The ingest service
 * keeps the record (docs/adr/0018-reads-of-restricted-sources.md); for open sources it is not
 * asked.
 */
@Component
final class RestrictedReads {

  /** What this request has had recorded, for a page looks at one source more than once. */
  private static final String RECORDED = RestrictedReads.class.getName() + ".recorded";

  private final HandingOn ingest;
  private final HttpServletRequest request;
  private final HttpServletResponse response;

  /**
   * @param request the one at hand, whichever thread asks
   */
  RestrictedReads(HandingOn ingest, HttpServletRequest request, HttpServletResponse response) {
    this.ingest = ingest;
    this.request = request;
    this.response = response;
  }

  /**
   * Returns once the read is on the disk; at once when the source is open.
   *
   * @throws ProblemException (503) when it cannot be recorded, (400) when the reader's headers
   *     cannot be
   */
  void record(SourceDocument source) {
    if (source.description().access() == Access.OPEN) {
      return;
    }
    Set<String> recorded = recorded();
    String read = source.id() + "@" + source.version();
    if (recorded.contains(read)) {
      return;
    }
    Answer answer = tell(source);
    if (!answer.accepted()) {
      throw refused(answer);
    }
    recorded.add(read);
    // What a cache keeps, others would read unseen.
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  @SuppressWarnings("unchecked")
  private Set<String> recorded() {
    if (request.getAttribute(RECORDED) instanceof Set<?> before) {
      return (Set<String>) before;
    }
    Set<String> none = new HashSet<>();
    request.setAttribute(RECORDED, none);
    return none;
  }

  private Answer tell(SourceDocument source) {
    String body =
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "source", source.id(),
                    "version", source.version(),
                    "method", request.getMethod(),
                    "address", Address.asked(request)));
    try {
      return ingest.recordRead(request, body);
    } catch (IOException stopping) {
      throw notRecorded(stopping);
    }
  }

  private static ProblemException refused(Answer answer) {
    if (answer.status() != 400) {
      return notRecorded(null);
    }
    String why = answer.json().path("detail").asString("");
    return ProblemException.invalid(
        answer.json().path("field").asString("Authorization"),
        why.isEmpty() ? Detail.of("query.restricted.unrecordable") : Detail.untranslated(why));
  }

  private static ProblemException notRecorded(@Nullable Throwable cause) {
    return new ProblemException(
        new Problem(
            ProblemType.READ_NOT_RECORDED,
            Detail.of("query.restricted.not-recorded"),
            null,
            Map.of("Retry-After", "5")),
        cause);
  }
}
