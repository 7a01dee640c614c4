package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.query.date.DateWords;
import org.defter.query.decision.Decisions;
import org.defter.query.decision.Form;
import org.defter.query.fact.FactView;
import org.defter.query.fact.Facts;
import org.defter.query.frontdoor.Answer;
import org.defter.query.frontdoor.PageCommand;
import org.defter.query.page.Previews.Preview;
import org.defter.query.recording.Correction;
import org.defter.query.recording.Merged;
import org.defter.query.recording.Mistakes;
import org.defter.query.recording.TypedQualifier;
import org.defter.query.recording.TypedStatement;
import org.defter.query.request.MergedInto;
import org.defter.query.request.Parameters;
import org.defter.query.visibility.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Archivists correct a fact here, or propose a correction, with before and after side by side. */
@Controller
class CorrectPage {

  private static final String PAGE = "/facts/{id}/correct";
  private static final int STALE = 412;

  /** How long the indexes may take to learn what another archivist has just corrected. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

  private final Facts facts;
  private final Previews previews;
  private final Decisions decisions;
  private final Waiting waiting = Waiting.real();

  CorrectPage(Facts facts, Previews previews, Decisions decisions) {
    this.facts = facts;
    this.previews = previews;
    this.decisions = decisions;
  }

  /**
   * A form beside its fact.
   *
   * @param now the fact as it stands
   * @param merged the form, with what others changed since it was opened
   * @param mistakes what is missing or not clear
   */
  private record Beside(FactView now, Merged merged, Preview preview, Mistakes mistakes) {

    /** What is looked at, and decided about. */
    String digest() {
      return preview.digest(now.version());
    }

    /** What the fact is to say; null while it is not clear. */
    @Nullable Statement wanted() {
      return mistakes.none() ? preview.read().statement() : null;
    }
  }

  @GetMapping(PAGE)
  Object show(@PathVariable String id, HttpServletRequest request, Model model) {
    TimeMachine.none(Parameters.of(request), model).allowing(Set.of());
    FactView fact = fact(new FactId(id), null, request);
    if (fact.into() != null) {
      return MergedInto.page(request, "/facts/" + fact.into());
    }
    decisions.offer(request, Decisions.NO_QUEUE, model);
    TypedStatement typed = TypedStatement.of(fact.statement(), fact.labels());
    show(fact, new Merged(typed, List.of()), new Mistakes(List.of()), request, model);
    return "correct";
  }

  /** Shows before and after; or, where that was looked at, has it corrected or proposed. */
  @PostMapping(PAGE)
  ModelAndView correct(@PathVariable String id, HttpServletRequest request) throws IOException {
    Form form = Form.of(request).choosing();
    FactId fact = new FactId(id);
    Beside beside = beside(form, fact(fact, null, request), request);
    Statement wanted = beside.wanted();
    String step = form.text("step");
    boolean decided = step.equals("correct") || step.equals("propose");
    if (wanted != null && decided && form.text("seen").equals(beside.digest())) {
      return decisions.carryOut(
          form,
          command(form, beside, wanted),
          (model, answer) -> {
            showRefused(form, fact, answer, request, model);
            return "correct";
          },
          answer -> address(form, answer));
    }
    Model model = new ExtendedModelMap();
    show(form, beside, beside.mistakes(), request, model);
    model.addAttribute("typed", form.typed());
    model.addAttribute("changed", decided && wanted != null && !beside.merged().moved());
    boolean unasked = request.getHeader("Defter-Part") != null;
    if (unasked && beside.merged().moved()) {
      // What others changed is seen on a page that says so, not while one types.
      model.addAttribute("seen", "");
    }
    return new ModelAndView(unasked ? "correct :: preview" : "correct", model.asMap());
  }

  private FactView fact(FactId id, @Nullable Long version, HttpServletRequest request) {
    return facts.get(id, version, null, null, Collections.list(request.getLocales()));
  }

  private Beside beside(Form form, FactView now, HttpServletRequest request) {
    List<Locale> readers = Collections.list(request.getLocales());
    long version = form.number("version");
    FactView seen = version == now.version() ? now : fact(now.id(), version, request);
    TypedStatement standing = TypedStatement.of(now.statement(), now.labels());
    TypedStatement before = TypedStatement.of(seen.statement(), seen.labels());
    Merged merged = Merged.of(before, standing, typed(form, before, standing));
    Preview preview = previews.of(merged.statement(), now.id(), readers);
    Mistakes mistakes = preview.read().mistakes();
    boolean asks = !form.text("step").equals("preview") && form.text("choose").isEmpty();
    return new Beside(
        now,
        merged,
        preview,
        asks && form.reason().get("type") == null
            ? mistakes.missing("reasonType", "mistake.missing.reason")
            : mistakes);
  }

  private static TypedStatement typed(Form form, TypedStatement before, TypedStatement standing) {
    TypedStatement typed = TypedStatement.of(form);
    if (form.has("qualifiers")) {
      // Where they are to be left as they stand, the button has one field for all rows.
      return typed.with(standing.qualifiers());
    }
    // A form without any row for them, as older pages have it, takes none away.
    return form.has(TypedQualifier.field(0, "property")) ? typed : typed.with(before.qualifiers());
  }

  private static PageCommand command(Form form, Beside beside, Statement wanted) {
    String query = form.text("step").equals("propose") ? "?propose=true" : "";
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("changes", Correction.changes(wanted, beside.merged()));
    body.put("reason", form.reason());
    return form.command(
        "/api/v1/facts/" + beside.now().id().value() + "/corrections" + query,
        beside.now().version(),
        body);
  }

  /** A proposal has a page of its own. */
  private static String address(Form form, Answer answer) {
    String page = form.text("step").equals("propose") ? "/corrections/" : "/facts/";
    return page + answer.json().path("id").asString() + "?after=" + Decisions.receipt(answer);
  }

  /** Where somebody was quicker, what they did is shown as soon as it is known here. */
  private void showRefused(
      Form form, FactId id, Answer answer, HttpServletRequest request, Model model) {
    long current = answer.json().path("currentVersion").asLong(0);
    if (answer.status() == STALE) {
      waiting.until(() -> fact(id, null, request).version() >= current, ON_ITS_WAY);
    }
    Beside beside = beside(form, fact(id, null, request), request);
    Mistakes mistakes =
        answer.status() == STALE
            ? beside.mistakes()
            : beside
                .mistakes()
                .refused(
                    answer.json().path("field").asString(""),
                    answer.json().path("detail").asString(""));
    show(form, beside, mistakes, request, model);
    if (answer.status() >= 500) {
      model.addAttribute("key", form.text("key"));
    }
  }

  private void show(
      Form form, Beside beside, Mistakes mistakes, HttpServletRequest request, Model model) {
    decisions.offer(request, Decisions.NO_QUEUE, model);
    show(beside.now(), beside.merged(), mistakes, request, model);
    model.addAttribute("seenVersion", form.number("version"));
    model.addAttribute("preview", beside.preview());
    model.addAttribute("seen", beside.digest());
  }

  private static void show(
      FactView fact, Merged merged, Mistakes mistakes, HttpServletRequest request, Model model) {
    List<Locale> readers = Collections.list(request.getLocales());
    model.addAttribute("id", fact.id().value());
    model.addAttribute("key", UUID.randomUUID().toString());
    model.addAttribute("version", fact.version());
    model.addAttribute(
        "statement", StatementLine.of(fact.statement(), fact.labels(), DateWords.in(readers)));
    model.addAttribute("merged", merged);
    model.addAttribute("draft", merged.statement());
    model.addAttribute("mistakes", mistakes);
  }
}
