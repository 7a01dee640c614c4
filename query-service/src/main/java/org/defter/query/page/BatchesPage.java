package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.defter.core.detail.Detail;
import org.defter.query.decision.Decisions;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.HandingOn;
import org.defter.query.frontdoor.PageCommand;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Address;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.JsonNode;

/** Batches: which there are, how far one has got, what became of its rows, and what may be done. */
@Controller
class BatchesPage {

  static final String ADDRESS = "/batches";

  private static final String API = "/api/v1/batches";
  private static final int PAGE = 20;
  private static final int ROWS = 50;

  /** What is asked for by each button, as the end of an address. */
  private static final Map<String, String> DECISIONS =
      Map.of(
          "carry-out", "carry-out",
          "stop", "stop",
          "resume", "resume",
          "preview-undo", "undo?dryRun=true",
          "undo", "undo");

  private static final List<String> KINDS = List.of("import", "correction", "undo");

  /** In the order in which somebody would look for them. */
  private static final List<String> RESULTS =
      List.of(
          "refused",
          "conflict",
          "touched-since",
          "recorded",
          "cited",
          "corrected",
          "unchanged",
          "undone",
          "kept");

  private final HandingOn ingest;
  private final Decisions decisions;
  private final BatchRows rows;

  BatchesPage(HandingOn ingest, Decisions decisions, BatchRows rows) {
    this.ingest = ingest;
    this.decisions = decisions;
    this.rows = rows;
  }

  @GetMapping(ADDRESS)
  String list(HttpServletRequest request, Model model) throws IOException {
    Parameters given =
        TimeMachine.none(Parameters.of(request), model).allowing(Set.of("kind", "cursor"));
    MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(given.values());
    asked.set("size", String.valueOf(PAGE));
    List<BatchLine> page =
        ingest.ask(API, query(asked)).path("batches").valueStream().map(BatchLine::of).toList();
    model.addAttribute("batches", page);
    model.addAttribute("kind", given.text("kind"));
    model.addAttribute("kinds", KINDS);
    model.addAttribute("next", page.size() < PAGE ? null : page.getLast().id());
    return "batches";
  }

  @GetMapping(ADDRESS + "/{id}")
  String show(@PathVariable String id, HttpServletRequest request, Model model) throws IOException {
    Parameters given =
        TimeMachine.none(Parameters.of(request), model).allowing(Set.of("result", "cursor"));
    show(id, given, request, model);
    return "batch";
  }

  @PostMapping(ADDRESS + "/{id}")
  ModelAndView decide(@PathVariable String id, HttpServletRequest request) throws IOException {
    Form form = Form.of(request);
    JsonNode report = report(id);
    return decisions.carryOut(
        form,
        command(form, report.path("id").asString()),
        (model, _) -> {
          show(report, Decisions.NO_QUEUE, List.of(), model);
          return "batch";
        },
        answer -> ADDRESS + "/" + answer.json().path("id").asString());
  }

  private static PageCommand command(Form form, String batch) {
    String asked = DECISIONS.get(form.text("decision"));
    if (asked == null) {
      throw form.unknownChoice();
    }
    return form.command(API + "/" + batch + "/" + asked, null, "{}");
  }

  private JsonNode report(String id) throws IOException {
    return ingest.ask(API + "/" + word(id), null);
  }

  private void show(String id, Parameters given, HttpServletRequest request, Model model)
      throws IOException {
    JsonNode report = report(id);
    MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(given.values());
    asked.set("size", String.valueOf(ROWS));
    List<JsonNode> page =
        report.at("/rows/done").asLong() == 0
            ? List.of()
            : ingest.askForLines(API + "/" + word(id) + "/rows", query(asked));
    show(
        report,
        given,
        rows.of(page, report.path("dryRun").asBoolean(), Collections.list(request.getLocales())),
        model);
  }

  private static void show(
      JsonNode report, Parameters given, List<BatchRows.Line> lines, Model model) {
    BatchLine batch = BatchLine.of(report);
    String result = given.text("result");
    model.addAttribute("batch", batch);
    model.addAttribute("key", UUID.randomUUID().toString());
    model.addAttribute("rows", lines);
    model.addAttribute("result", result);
    model.addAttribute("results", RESULTS);
    model.addAttribute("next", lines.size() < ROWS ? null : next(batch, result, lines));
  }

  private static String next(BatchLine batch, @Nullable String result, List<BatchRows.Line> lines) {
    Map<String, String> parameters = new LinkedHashMap<>();
    if (result != null) {
      parameters.put("result", result);
    }
    parameters.put("cursor", String.valueOf(lines.getLast().number()));
    return Address.of(ADDRESS + "/" + batch.id(), MultiValueMap.fromSingleValue(parameters));
  }

  private static String query(MultiValueMap<String, String> parameters) {
    return Address.of("", parameters).substring(1);
  }

  /** An identifier that stays one step of a path. */
  private static String word(String id) {
    if (!id.matches("[0-9a-f-]+")) {
      throw ProblemException.notFound(Detail.of("query.no.batch", id));
    }
    return id;
  }
}
