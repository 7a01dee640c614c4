package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.defter.core.event.FieldChange;
import org.defter.core.id.CorrectionId;
import org.defter.query.correction.CorrectionView;
import org.defter.query.correction.Corrections;
import org.defter.query.correction.Queue;
import org.defter.query.correction.QueueRequest;
import org.defter.query.correction.Queues;
import org.defter.query.correction.ThreeWay;
import org.defter.query.decision.Decisions;
import org.defter.query.decision.Form;
import org.defter.query.label.Labels;
import org.defter.query.page.Differences.Part;
import org.defter.query.page.Differences.Saying;
import org.defter.query.paging.NextPage;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class CorrectionPage {

  private static final String QUEUE = "/corrections";

  private final Queues queues;
  private final Corrections corrections;
  private final Differences differences;
  private final Decisions decisions;

  CorrectionPage(
      Queues queues, Corrections corrections, Differences differences, Decisions decisions) {
    this.differences = differences;
    this.decisions = decisions;
    this.queues = queues;
    this.corrections = corrections;
  }

  /**
   * A correction in the queue as it is shown.
   *
   * @param changed the fields that shall change
   * @param overtaken whether its fact has moved on since
   */
  record Line(
      String id,
      String state,
      String fact,
      String subject,
      String property,
      List<String> changed,
      boolean overtaken,
      String reasonType,
      @Nullable String reason,
      String proposer,
      String time) {

    static Line of(Queue.Line line, Labels labels) {
      return new Line(
          line.id().value(),
          line.state().word(),
          line.fact().value(),
          labels.of(line.subject()),
          labels.of(line.property()),
          line.changed().stream().map(Differences::name).distinct().toList(),
          line.factVersion() != null && line.factVersion() != line.baseVersion(),
          line.reason().type().word(),
          line.reason().text(),
          FactPage.name(line.proposer()),
          line.proposedAt().toString());
    }
  }

  /** A field as it was, is and shall be, as it is shown. */
  record FieldLine(
      String field, List<Part> base, List<Part> now, List<Part> proposed, boolean conflict) {

    static FieldLine of(ThreeWay field, Saying saying) {
      return new FieldLine(
          Differences.name(field.field()),
          saying.parts(field.field(), field.base()),
          saying.parts(field.field(), field.now()),
          saying.parts(field.field(), field.proposed()),
          field.conflict());
    }
  }

  @GetMapping(QUEUE)
  String queue(HttpServletRequest request, Model model) {
    Parameters given = Parameters.of(request);
    Queue queue =
        queues.page(
            QueueRequest.of(TimeMachine.none(given, model)),
            Collections.list(request.getLocales()));
    model.addAttribute("total", queue.total());
    model.addAttribute(
        "lines", queue.corrections().stream().map(line -> Line.of(line, queue.labels())).toList());
    model.addAttribute(
        "facets", FacetLinks.of(QUEUE, queue.facets(), queue.labels(), given.values()));
    model.addAttribute(
        "next", queue.next() == null ? null : NextPage.address(request, queue.next()));
    return "corrections";
  }

  @GetMapping(QUEUE + "/{id}")
  String show(@PathVariable String id, HttpServletRequest request, Model model) {
    return show(
        id, TimeMachine.none(Parameters.of(request), model).allowing(Set.of()), request, model);
  }

  @PostMapping(QUEUE + "/{id}")
  ModelAndView decide(@PathVariable String id, HttpServletRequest request) throws IOException {
    Form form = Form.of(request);
    return decisions.carryOut(
        form,
        ReviewCommand.of(new CorrectionId(id), form),
        (model, _) -> {
          String view = show(id, Decisions.NO_QUEUE, request, model);
          model.addAttribute("how", form.text("how"));
          return view;
        },
        answer -> QUEUE + "/" + id + ReviewCommand.after(answer));
  }

  private String show(String id, Parameters given, HttpServletRequest request, Model model) {
    decisions.offer(request, given, model);
    model.addAttribute("key", UUID.randomUUID().toString());
    List<Locale> readers = Collections.list(request.getLocales());
    CorrectionView found = corrections.get(new CorrectionId(id), readers);
    Saying saying =
        differences.of(
            found.fields().stream()
                .flatMap(field ->
                    Stream.of(
                        new FieldChange(field.field(), field.base(), field.now()),
                        new FieldChange(field.field(), null, field.proposed()))),
            readers);
    model.addAttribute("id", id);
    model.addAttribute("state", found.state().word());
    model.addAttribute("fact", found.fact().value());
    model.addAttribute("subject", found.labels().of(found.base().subject()));
    model.addAttribute("property", found.labels().of(found.base().property()));
    model.addAttribute("versions", versions(found));
    model.addAttribute("moved", found.moved());
    model.addAttribute(
        "fields", found.fields().stream().map(field -> FieldLine.of(field, saying)).toList());
    model.addAttribute("reasonType", found.reason().type().word());
    model.addAttribute("reason", found.reason().text());
    model.addAttribute("proposer", FactPage.name(found.proposer()));
    model.addAttribute("time", found.proposedAt().toString());
    model.addAttribute("outcome", found.outcome());
    model.addAttribute("reviewer", reviewer(found));
    return "correction";
  }

  private static Map<String, Long> versions(CorrectionView found) {
    return Map.of(
        "base",
        found.baseVersion(),
        "now",
        found.now() == null ? found.baseVersion() : found.now().version());
  }

  private static @Nullable String reviewer(CorrectionView found) {
    return found.outcome() == null || found.outcome().reviewer() == null
        ? null
        : FactPage.name(found.outcome().reviewer());
  }
}
