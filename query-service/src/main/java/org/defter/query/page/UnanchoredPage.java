package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.defter.core.event.ArchiveJson;
import org.defter.core.finding.FindingCommand.Seen;
import org.defter.core.source.Passage;
import org.defter.query.anchor.UnanchoredCitation;
import org.defter.query.anchor.UnanchoredCitation.Candidate;
import org.defter.query.anchor.UnanchoredCitations;
import org.defter.query.anchor.UnanchoredRequest;
import org.defter.query.date.DateWords;
import org.defter.query.decision.Decisions;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.PageCommand;
import org.defter.query.label.Labels;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class UnanchoredPage {

  private static final String QUEUE = "/unanchored-citations";

  private final UnanchoredCitations citations;
  private final Decisions decisions;

  UnanchoredPage(UnanchoredCitations citations, Decisions decisions) {
    this.citations = citations;
    this.decisions = decisions;
  }

  /**
   * Words in their surroundings.
   *
   * @param address their paragraph on the source's page
   * @param choice the body of the request that chooses them; empty for the words as they were
   */
  record PassageLine(Passage passage, String address, String choice) {}

  /**
   * A citation that waits for a person.
   *
   * @param key names the next attempt to choose
   */
  record CitationLine(
      String fact,
      long version,
      int number,
      String key,
      String source,
      String state,
      StatementLine statement,
      PassageLine words,
      List<PassageLine> candidates) {

    static CitationLine of(UnanchoredCitation citation, Labels labels, DateWords words) {
      return new CitationLine(
          citation.fact().value(),
          citation.version(),
          citation.citation(),
          UUID.randomUUID().toString(),
          labels.of(citation.source()),
          citation.state().word(),
          StatementLine.of(citation.statement(), labels, words),
          line(citation, citation.passage(), ""),
          citation.candidates().stream().map(candidate -> line(citation, candidate)).toList());
    }

    private static PassageLine line(UnanchoredCitation citation, Candidate candidate) {
      return line(
          citation,
          candidate.passage(),
          ArchiveJson.mapper().writeValueAsString(candidate.choose().body()));
    }

    private static PassageLine line(UnanchoredCitation citation, Passage passage, String choice) {
      return new PassageLine(
          passage,
          "/sources/%s?revision=%d#p%d"
              .formatted(citation.source().value(), passage.revision(), passage.paragraph()),
          choice);
    }
  }

  @GetMapping(QUEUE)
  String show(HttpServletRequest request, Model model) {
    return show(Parameters.of(request), request, model);
  }

  @PostMapping(QUEUE)
  ModelAndView choose(HttpServletRequest request) throws IOException {
    Form form = Form.of(request);
    return decisions.carryOut(form, command(form), model -> show(form.queue(), request, model));
  }

  private static PageCommand command(Form form) {
    Seen citing = form.seen("citing");
    return form.command(
        "/api/v1/facts/%s/citations/%d/reanchor"
            .formatted(citing.id().value(), form.number("citation")),
        citing.version(),
        form.text("choice"));
  }

  private String show(Parameters given, HttpServletRequest request, Model model) {
    List<Locale> readers = Collections.list(request.getLocales());
    DateWords words = DateWords.in(readers);
    UnanchoredCitation.Page page =
        citations.page(UnanchoredRequest.of(TimeMachine.none(given, model)), readers);
    model.addAttribute(
        "citations",
        page.citations().stream()
            .map(citation -> CitationLine.of(citation, page.labels(), words))
            .toList());
    model.addAttribute("next", page.next() == null ? null : NextPage.address(request, page.next()));
    decisions.offer(request, given, model);
    return "unanchored";
  }
}
