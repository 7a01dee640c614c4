package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.defter.query.date.DateWords;
import org.defter.query.decision.Decisions;
import org.defter.query.decision.Form;
import org.defter.query.finding.FindingRequest;
import org.defter.query.finding.FindingView;
import org.defter.query.finding.FindingView.OneOfTwo;
import org.defter.query.finding.Findings;
import org.defter.query.label.Labels;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** The two queues of pairs: facts that contradict each other, and facts that repeat each other. */
@Controller
class FindingsPage {

  private final Findings findings;
  private final Decisions decisions;

  FindingsPage(Findings findings, Decisions decisions) {
    this.findings = findings;
    this.decisions = decisions;
  }

  /**
   * A pair as it is shown.
   *
   * @param key names the next attempt to decide about it
   */
  record PairLine(
      String id, String grade, String subject, String property, List<FactLine> facts, String key) {
    static PairLine of(FindingView finding, Labels labels, DateWords words) {
      List<FactLine> facts =
          finding.facts().stream().map(fact -> FactLine.of(fact, labels, words)).toList();
      StatementLine first = facts.getFirst().statement();
      return new PairLine(
          finding.id().value(),
          finding.grade().word(),
          first.subject(),
          first.property(),
          facts,
          UUID.randomUUID().toString());
    }
  }

  /** One of the two as it is shown. */
  record FactLine(
      String id,
      long version,
      StandingLine standing,
      StatementLine statement,
      List<QuoteLine> quotes) {

    static FactLine of(OneOfTwo fact, Labels labels, DateWords words) {
      return new FactLine(
          fact.id().value(),
          fact.version(),
          StandingLine.of(fact.id(), fact.version(), fact.standing(), null),
          StatementLine.of(fact.statement(), labels, words),
          fact.statement().citations().stream()
              .map(citation ->
                  new QuoteLine(citation.passage().exact(), labels.of(citation.source())))
              .toList());
    }
  }

  /** A passage that one of the two rests on. */
  record QuoteLine(String words, String source) {}

  @GetMapping("/contradictions")
  String contradictions(HttpServletRequest request, Model model) {
    return showContradictions(Parameters.of(request), request, model);
  }

  @GetMapping("/duplicates")
  String duplicates(HttpServletRequest request, Model model) {
    return showDuplicates(Parameters.of(request), request, model);
  }

  @PostMapping("/contradictions")
  ModelAndView decideContradiction(HttpServletRequest request) throws IOException {
    Form form = Form.of(request);
    return decisions.carryOut(
        form,
        PairDecision.command(form),
        model -> showContradictions(form.queue(), request, model));
  }

  @PostMapping("/duplicates")
  ModelAndView decideDuplicate(HttpServletRequest request) throws IOException {
    Form form = Form.of(request);
    return decisions.carryOut(
        form, PairDecision.command(form), model -> showDuplicates(form.queue(), request, model));
  }

  private String showContradictions(Parameters given, HttpServletRequest request, Model model) {
    FindingRequest asked = FindingRequest.of(TimeMachine.none(given, model));
    List<Locale> readers = Collections.list(request.getLocales());
    model.addAttribute("queue", "contradictions");
    show(findings.upToDate().contradictions(asked, readers), given, request, model);
    return "findings";
  }

  private String showDuplicates(Parameters given, HttpServletRequest request, Model model) {
    FindingRequest asked = FindingRequest.of(TimeMachine.none(given, model));
    List<Locale> readers = Collections.list(request.getLocales());
    model.addAttribute("queue", "duplicates");
    show(findings.upToDate().duplicates(asked, readers), given, request, model);
    return "findings";
  }

  private void show(
      FindingView.Page page, Parameters given, HttpServletRequest request, Model model) {
    DateWords words = DateWords.in(Collections.list(request.getLocales()));
    model.addAttribute("total", page.total());
    model.addAttribute("complete", page.complete());
    model.addAttribute(
        "pairs",
        page.findings().stream().map(pair -> PairLine.of(pair, page.labels(), words)).toList());
    model.addAttribute("next", page.next() == null ? null : NextPage.address(request, page.next()));
    decisions.offer(request, given, model);
  }
}
