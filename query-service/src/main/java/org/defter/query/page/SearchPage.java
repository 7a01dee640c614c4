package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.defter.core.fact.Citation;
import org.defter.query.date.DateWords;
import org.defter.query.finding.Findings;
import org.defter.query.label.Labels;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.defter.query.search.FactSearch;
import org.defter.query.search.SearchAnswer;
import org.defter.query.search.SearchAnswer.FacetValue;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.defter.query.search.SearchAnswer.Highlight;
import org.defter.query.search.SearchRequest;
import org.defter.query.search.Segment;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SearchPage {

  private final FactSearch search;
  private final Findings findings;

  SearchPage(FactSearch search, Findings findings) {
    this.search = search;
    this.findings = findings;
  }

  /**
   * A found fact as it is shown.
   *
   * @param quote the passage in which words of the query stand, or else the first one
   * @param contested how many other facts contradict it today
   */
  record Result(
      StandingLine standing,
      StatementLine statement,
      List<Segment> quote,
      int citations,
      String id,
      int contested) {

    static Result of(
        FoundFact fact, Labels labels, DateWords words, Map<String, Integer> contesting) {
      return new Result(
          StandingLine.of(fact.id(), fact.version(), fact.standing(), fact.known().to()),
          StatementLine.of(fact.statement(), labels, words),
          quote(fact),
          fact.statement().citations().size(),
          fact.id().value(),
          fact.known().to() == null ? contesting.getOrDefault(fact.id().value(), 0) : 0);
    }

    private static List<Segment> quote(FoundFact fact) {
      if (!fact.highlights().isEmpty()) {
        Highlight best = fact.highlights().getFirst();
        return best.quote();
      }
      List<Citation> citations = fact.statement().citations();
      return citations.isEmpty()
          ? List.of()
          : List.of(new Segment(citations.getFirst().passage().exact(), false));
    }
  }

  @GetMapping("/")
  String show(HttpServletRequest request, Model model) {
    Parameters given = Parameters.of(request);
    List<Locale> readers = Collections.list(request.getLocales());
    SearchAnswer answer = search.answer(SearchRequest.of(given), readers);
    DateWords words = DateWords.in(readers);
    Map<String, Integer> contesting =
        findings.contesting(
            answer.facts().stream().map(fact -> fact.id().value()).collect(Collectors.toSet()));
    model.addAttribute("q", given.text("q"));
    model.addAttribute("total", answer.total());
    model.addAttribute(
        "results",
        answer.facts().stream()
            .map(fact -> Result.of(fact, answer.labels(), words, contesting))
            .toList());
    Map<String, List<FacetValue>> counts = new LinkedHashMap<>();
    answer.facets().forEach((name, facet) -> counts.put(name, facet.values()));
    model.addAttribute("facets", FacetLinks.of("/", counts, answer.labels(), given.values()));
    model.addAttribute("superseded", FacetLinks.superseded(given.values()));
    model.addAttribute("fuzzy", answer.fuzzy());
    model.addAttribute("timeline", TimelineLinks.of(answer.timeline(), given.values()));
    model.addAttribute("histogram", Histogram.of(answer.timeline(), given));
    model.addAttribute("atom", FacetLinks.feed(given.values()));
    model.addAttribute(
        "correctAll",
        given.text("knownAt") == null && answer.total() > 0
            ? MassCorrectionPage.address(given.values())
            : null);
    model.addAttribute("csv", FacetLinks.file(given.values(), "csv"));
    model.addAttribute("jsonLines", FacetLinks.file(given.values(), "jsonl"));
    model.addAttribute(
        "next", answer.next() == null ? null : NextPage.address(request, answer.next()));
    return "search";
  }
}
