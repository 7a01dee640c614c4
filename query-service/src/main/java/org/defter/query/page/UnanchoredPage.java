package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.defter.core.event.ArchiveJson;
import org.defter.core.source.Passage;
import org.defter.query.anchor.UnanchoredCitation;
import org.defter.query.anchor.UnanchoredCitation.Candidate;
import org.defter.query.anchor.UnanchoredCitation.Choose;
import org.defter.query.anchor.UnanchoredCitations;
import org.defter.query.anchor.UnanchoredRequest;
import org.defter.query.label.Labels;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class UnanchoredPage {

  private final UnanchoredCitations citations;

  UnanchoredPage(UnanchoredCitations citations) {
    this.citations = citations;
  }

  /**
   * Words in their surroundings.
   *
   * @param address their paragraph on the source's page
   * @param request what to send to choose them; empty for the words as they were
   */
  record PassageLine(Passage passage, String address, String request) {}

  /** A citation that waits for a person. */
  record CitationLine(
      String fact,
      int number,
      String source,
      String state,
      StatementLine statement,
      PassageLine words,
      List<PassageLine> candidates) {

    static CitationLine of(UnanchoredCitation citation, Labels labels) {
      return new CitationLine(
          citation.fact().value(),
          citation.citation(),
          labels.of(citation.source()),
          citation.state().name().toLowerCase(Locale.ROOT),
          StatementLine.of(citation.statement(), labels),
          line(citation, citation.passage(), ""),
          citation.candidates().stream().map(candidate -> line(citation, candidate)).toList());
    }

    private static PassageLine line(UnanchoredCitation citation, Candidate candidate) {
      Choose choose = candidate.choose();
      return line(
          citation,
          candidate.passage(),
          "%s %s\nIf-Match: %s\n\n%s"
              .formatted(
                  choose.method(),
                  choose.href(),
                  choose.ifMatch(),
                  ArchiveJson.mapper().writeValueAsString(choose.body())));
    }

    private static PassageLine line(UnanchoredCitation citation, Passage passage, String request) {
      return new PassageLine(
          passage,
          "/sources/%s?revision=%d#p%d"
              .formatted(citation.source().value(), passage.revision(), passage.paragraph()),
          request);
    }
  }

  @GetMapping("/unanchored-citations")
  String show(HttpServletRequest request, Model model) {
    UnanchoredCitation.Page page =
        citations.page(
            UnanchoredRequest.of(Parameters.of(request)), Collections.list(request.getLocales()));
    model.addAttribute(
        "citations",
        page.citations().stream()
            .map(citation -> CitationLine.of(citation, page.labels()))
            .toList());
    model.addAttribute("next", page.next() == null ? null : NextPage.address(request, page.next()));
    return "unanchored";
  }
}
