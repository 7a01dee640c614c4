package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import org.defter.query.date.DateWords;
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

/** The two queues of pairs: facts that contradict each other, and facts that repeat each other. */
@Controller
class FindingsPage {

  private final Findings findings;

  FindingsPage(Findings findings) {
    this.findings = findings;
  }

  /** A pair as it is shown. */
  record PairLine(String id, String grade, String subject, String property, List<FactLine> facts) {
    static PairLine of(FindingView finding, Labels labels, DateWords words) {
      List<FactLine> facts =
          finding.facts().stream().map(fact -> FactLine.of(fact, labels, words)).toList();
      StatementLine first = facts.getFirst().statement();
      return new PairLine(
          finding.id().value(), finding.grade().word(), first.subject(), first.property(), facts);
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
    FindingRequest asked = FindingRequest.of(Parameters.of(request));
    return show(
        "contradictions",
        findings.upToDate().contradictions(asked, Collections.list(request.getLocales())),
        request,
        model);
  }

  @GetMapping("/duplicates")
  String duplicates(HttpServletRequest request, Model model) {
    FindingRequest asked = FindingRequest.of(Parameters.of(request));
    return show(
        "duplicates",
        findings.upToDate().duplicates(asked, Collections.list(request.getLocales())),
        request,
        model);
  }

  private static String show(
      String queue, FindingView.Page page, HttpServletRequest request, Model model) {
    DateWords words = DateWords.in(Collections.list(request.getLocales()));
    model.addAttribute("queue", queue);
    model.addAttribute("total", page.total());
    model.addAttribute("complete", page.complete());
    model.addAttribute(
        "pairs",
        page.findings().stream().map(pair -> PairLine.of(pair, page.labels(), words)).toList());
    model.addAttribute("next", page.next() == null ? null : NextPage.address(request, page.next()));
    return "findings";
  }
}
