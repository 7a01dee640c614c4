package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.defter.core.id.SubjectId;
import org.defter.query.request.Parameters;
import org.defter.query.search.Times;
import org.defter.query.subject.SubjectView;
import org.defter.query.subject.SubjectView.OfProperty;
import org.defter.query.subject.Subjects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class SubjectPage {

  private final Subjects subjects;

  SubjectPage(Subjects subjects) {
    this.subjects = subjects;
  }

  /** The facts of one property as they are shown. */
  record Group(String property, List<FactLine> facts) {}

  /** A fact as it is shown. */
  record FactLine(String id, StatementLine statement, int citations) {}

  @GetMapping("/subjects/{id}")
  String show(@PathVariable String id, HttpServletRequest request, Model model) {
    Parameters given = Parameters.of(request).allowing(Times.PARAMETERS);
    SubjectView.WithFacts found =
        subjects.get(new SubjectId(id), Times.of(given), Collections.list(request.getLocales()));
    model.addAttribute("id", id);
    model.addAttribute("label", found.label());
    model.addAttribute(
        "kind", found.subject().kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    model.addAttribute("names", found.subject().names());
    model.addAttribute("identifiers", found.subject().identifiers());
    model.addAttribute("factCount", found.factCount());
    model.addAttribute("groups", found.facts().stream().map(group -> group(group, found)).toList());
    return "subject";
  }

  private static Group group(OfProperty facts, SubjectView.WithFacts found) {
    return new Group(
        found.labels().of(facts.property()),
        facts.facts().stream()
            .map(fact ->
                new FactLine(
                    fact.id().value(),
                    StatementLine.of(fact.statement(), found.labels()),
                    fact.statement().citations().size()))
            .toList());
  }
}
