package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.defter.core.id.SubjectId;
import org.defter.query.date.DateWords;
import org.defter.query.request.MergedInto;
import org.defter.query.request.Parameters;
import org.defter.query.search.Times;
import org.defter.query.subject.SubjectView;
import org.defter.query.subject.SubjectView.MergedRecord;
import org.defter.query.subject.SubjectView.OfProperty;
import org.defter.query.subject.Subjects;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class SubjectPage {

  private final Subjects subjects;
  private final Dossier dossier;

  SubjectPage(Subjects subjects, Dossier dossier) {
    this.subjects = subjects;
    this.dossier = dossier;
  }

  /** The facts of one property as they are shown. */
  record Group(String property, List<FactLine> facts) {}

  /** A fact as it is shown. */
  record FactLine(StandingLine standing, StatementLine statement, int citations) {}

  /**
   * A record that was merged into the one that is shown.
   *
   * @param address of what was known of it until then
   */
  record AbsorbedLine(String label, String address, String at) {
    static AbsorbedLine of(MergedRecord merged) {
      return new AbsorbedLine(
          merged.label(),
          "/subjects/" + merged.id().value() + "?knownAt=" + merged.mergedAt().minusMillis(1),
          merged.mergedAt().toString());
    }
  }

  /** The page of a subject; merged, of what it became, unless a time before is asked about. */
  @GetMapping("/subjects/{id}")
  Object show(@PathVariable String id, HttpServletRequest request, Model model) {
    Parameters given = Parameters.of(request).allowing(Times.PARAMETERS);
    List<Locale> readers = Collections.list(request.getLocales());
    Times times = Times.of(given);
    SubjectView.WithFacts found = subjects.get(new SubjectId(id), times, readers);
    String into = found.subject().into();
    if (times.knownAt() == null && into != null) {
      return MergedInto.page(request, "/subjects/" + into);
    }
    DateWords words = DateWords.in(readers);
    model.addAttribute("into", into);
    model.addAttribute(
        "absorbed",
        subjects.mergedInto(found.subject().id(), times.knownAt(), readers).stream()
            .map(AbsorbedLine::of)
            .toList());
    model.addAttribute("id", id);
    model.addAttribute("label", found.label());
    model.addAttribute("kind", found.subject().kind().word());
    model.addAttribute("names", Dossier.names(found.subject().names(), words));
    model.addAttribute("timeline", Dossier.timeline(found, words));
    model.addAttribute(
        "related", dossier.related(found, given.without(Set.of("after", "wait")), readers));
    model.addAttribute("identifiers", found.subject().identifiers());
    model.addAttribute("factCount", found.factCount());
    model.addAttribute(
        "groups", found.facts().stream().map(group -> group(group, found, words)).toList());
    return "subject";
  }

  private static Group group(OfProperty facts, SubjectView.WithFacts found, DateWords words) {
    return new Group(
        found.labels().of(facts.property()),
        facts.facts().stream()
            .map(fact ->
                new FactLine(
                    StandingLine.of(fact.id(), fact.version(), fact.standing(), fact.known().to()),
                    StatementLine.of(fact.statement(), found.labels(), words),
                    fact.statement().citations().size()))
            .toList());
  }
}
