package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.defter.core.detail.Detail;
import org.defter.core.id.SourceId;
import org.defter.core.source.Passage;
import org.defter.core.source.Transcription;
import org.defter.query.date.DateWords;
import org.defter.query.decision.Decisions;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.Answer;
import org.defter.query.page.Previews.Preview;
import org.defter.query.page.SourcePage.ParagraphLine;
import org.defter.query.problem.ProblemException;
import org.defter.query.recording.Mistake;
import org.defter.query.recording.Mistakes;
import org.defter.query.recording.TypedQuote;
import org.defter.query.recording.TypedStatement;
import org.defter.query.recording.TypedSubject;
import org.defter.query.request.Parameters;
import org.defter.query.search.Times;
import org.defter.query.source.Sources;
import org.defter.readmodel.document.SourceDocument;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Archivists read a source here, select words of it, and record a fact that rests on them. */
@Controller
class RecordPage {

  static final String PAGE = "/sources/{id}/record";

  /** The parameters with which other pages lead here: words to start from. */
  private static final Set<String> BEGUN = Set.of("exact", "paragraph", "start");

  /** With this header, the page's own script asks for the preview alone. */
  private static final String PART = "Defter-Part";

  private final Sources sources;
  private final Previews previews;
  private final Decisions decisions;

  RecordPage(Sources sources, Previews previews, Decisions decisions) {
    this.sources = sources;
    this.previews = previews;
    this.decisions = decisions;
  }

  /**
   * What was typed, and how it is understood.
   *
   * @param passages where the words stand
   * @param mistakes what is missing or not clear; empty before anything was typed
   */
  private record Understood(
      TypedQuote quote,
      TypedStatement statement,
      List<Passage> passages,
      Preview preview,
      Mistakes mistakes) {

    String digest() {
      return preview.digest(passages);
    }

    /** What to register where nothing of the name that was typed is known. */
    TypedSubject subject(Form form) {
      boolean known = mistakes.of("subject").stream().allMatch(one -> !one.choices().isEmpty());
      return TypedSubject.of(form).called(known ? "" : statement.subject());
    }
  }

  @GetMapping(PAGE)
  String show(@PathVariable String id, HttpServletRequest request, Model model) {
    TimeMachine.none(Parameters.of(request), model).allowing(BEGUN);
    Form form = Form.of(request);
    SourceDocument source = sources.get(new SourceId(id), null);
    decisions.offer(request, Decisions.NO_QUEUE, model);
    model.addAttribute("key", UUID.randomUUID().toString());
    String language = text(source).language().value();
    model.addAttribute("draft", TypedStatement.empty(language));
    offerToRegister(TypedSubject.empty(language), false, model);
    model.addAttribute("quote", TypedQuote.of(form));
    model.addAttribute("mistakes", new Mistakes(List.of()));
    showSource(source, Collections.list(request.getLocales()), model);
    return "record";
  }

  /** Shows what was typed as it is understood; or, where that was looked at, has it recorded. */
  @PostMapping(PAGE)
  ModelAndView record(@PathVariable String id, HttpServletRequest request) throws IOException {
    Form form = Form.of(request).choosing();
    List<Locale> readers = Collections.list(request.getLocales());
    SourceDocument source = sources.get(new SourceId(id), null);
    Understood typed = understand(form, text(source), readers);
    String step = form.text("step");
    boolean decided = typed.mistakes().none() && !step.equals("preview") && !step.isEmpty();
    if (decided && form.text("seen").equals(typed.digest())) {
      return decisions.carryOut(
          form,
          RecordCommand.of(form, new SourceId(id), typed.passages().getFirst(), typed.preview()),
          (model, answer) -> {
            show(form, source, typed, refused(typed.mistakes(), answer), request, model);
            offerToRegister(TypedSubject.of(form), false, model);
            keepKey(form, answer, model);
            return "record";
          },
          answer ->
              "/facts/"
                  + answer.json().path("id").asString()
                  + "?after="
                  + Decisions.receipt(answer));
    }
    Model model = new ExtendedModelMap();
    show(form, source, typed, typed.mistakes(), request, model);
    TypedSubject offered = typed.subject(form);
    offerToRegister(offered, !offered.name().isEmpty(), model);
    model.addAttribute("typed", form.typed());
    model.addAttribute("changed", decided);
    return new ModelAndView(
        request.getHeader(PART) == null ? "record" : "record :: preview", model.asMap());
  }

  /** Shows the form once more, with what became of the subject that it was to register. */
  void again(String id, Form form, Mistakes mistakes, HttpServletRequest request, Model model) {
    SourceDocument source = sources.get(new SourceId(id), null);
    showForm(form, source, TypedQuote.of(form), TypedStatement.of(form), mistakes, request, model);
    TypedSubject subject = TypedSubject.of(form);
    offerToRegister(subject, !subject.name().isEmpty() || !mistakes.none(), model);
  }

  private static void offerToRegister(TypedSubject subject, boolean open, Model model) {
    model.addAttribute("newSubject", subject);
    model.addAttribute("newSubjectOpen", open);
    model.addAttribute("kinds", TypedSubject.KINDS);
  }

  /** What nobody answered may have been done: then it is sent again as the same attempt. */
  static void keepKey(Form form, Answer answer, Model model) {
    if (answer.status() >= 500) {
      model.addAttribute("key", form.text("key"));
    }
  }

  private static Transcription text(SourceDocument source) {
    Transcription text = source.transcription();
    if (text == null) {
      throw ProblemException.notFound(
          Detail.of("query.transcription.none-to-record-from", source.id()));
    }
    return text;
  }

  private Understood understand(Form form, Transcription text, List<Locale> readers) {
    TypedQuote quote = TypedQuote.of(form);
    TypedStatement statement = TypedStatement.of(form);
    List<Passage> passages = quote.in(text);
    Preview preview = previews.of(statement, null, readers);
    List<Mistake> mistakes = new ArrayList<>();
    if (passages.size() != 1) {
      String wrong = quote.exact().isEmpty() ? "missing" : passages.isEmpty() ? "unknown" : "which";
      mistakes.add(new Mistake("exact", "mistake." + wrong + ".words", "", List.of()));
    }
    mistakes.addAll(preview.read().mistakes().all());
    return new Understood(
        passages.size() == 1 ? quote.at(passages.getFirst()) : quote,
        statement,
        passages,
        preview,
        new Mistakes(mistakes));
  }

  static Mistakes refused(Mistakes mistakes, Answer answer) {
    return mistakes.refused(
        answer.json().path("field").asString(""), answer.json().path("detail").asString(""));
  }

  private void show(
      Form form,
      SourceDocument source,
      Understood typed,
      Mistakes mistakes,
      HttpServletRequest request,
      Model model) {
    showForm(form, source, typed.quote(), typed.statement(), mistakes, request, model);
    model.addAttribute("passages", typed.passages());
    model.addAttribute("preview", typed.preview());
    model.addAttribute("seen", typed.digest());
  }

  private void showForm(
      Form form,
      SourceDocument source,
      TypedQuote quote,
      TypedStatement statement,
      Mistakes mistakes,
      HttpServletRequest request,
      Model model) {
    decisions.offer(request, Decisions.NO_QUEUE, model);
    model.addAttribute("key", UUID.randomUUID().toString());
    model.addAttribute("sent", true);
    model.addAttribute("draft", statement);
    model.addAttribute("quote", quote);
    model.addAttribute("note", form.text("note"));
    model.addAttribute("mistakes", mistakes);
    showSource(source, Collections.list(request.getLocales()), model);
  }

  private void showSource(SourceDocument source, List<Locale> readers, Model model) {
    SourceId id = new SourceId(source.id());
    Transcription text = text(source);
    List<ParagraphLine> paragraphs =
        SourcePage.paragraphs(text, sources.facts(id, Times.ANY, readers), DateWords.in(readers));
    model.addAttribute("id", source.id());
    model.addAttribute("description", source.description());
    model.addAttribute("transcription", text);
    model.addAttribute("paragraphs", paragraphs);
  }
}
