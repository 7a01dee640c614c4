package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.defter.core.id.SubjectId;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.Answer;
import org.defter.query.frontdoor.HandingOn;
import org.defter.query.frontdoor.PageCommand;
import org.defter.query.read.ReadModel;
import org.defter.query.recording.Mistake.Choice;
import org.defter.query.recording.Mistakes;
import org.defter.query.recording.Namesakes;
import org.defter.query.recording.TypedSubject;
import org.defter.query.visibility.Waiting;
import org.defter.readmodel.document.Index;
import org.defter.readmodel.document.SubjectDocument;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a fact is about can be registered on the page on which the fact is recorded, by a button of
 * the same form: so nothing else that was typed is lost.
 */
@Controller
class RegisterSubjectPage {

  private static final Mistakes NONE = new Mistakes(List.of());

  /** How long the indexes may take to learn of it. */
  private static final Duration ON_ITS_WAY = Duration.ofSeconds(10);

  private final RecordPage page;
  private final Namesakes namesakes;
  private final HandingOn ingest;
  private final ReadModel readModel;
  private final Waiting waiting = Waiting.real();

  RegisterSubjectPage(RecordPage page, Namesakes namesakes, HandingOn ingest, ReadModel readModel) {
    this.page = page;
    this.namesakes = namesakes;
    this.ingest = ingest;
    this.readModel = readModel;
  }

  /**
   * Registers it and has the fact be about it; unless something of that name is there, which the
   * button must name for another to be registered all the same.
   */
  @PostMapping(path = RecordPage.PAGE, params = "register")
  ModelAndView register(@PathVariable String id, HttpServletRequest request) throws IOException {
    Form form = Form.of(request);
    TypedSubject typed = TypedSubject.of(form);
    Model model = new ExtendedModelMap();
    if (typed.name().isEmpty()) {
      return again(id, form, NONE.missing("newName", "mistake.missing.newName"), request, model);
    }
    if (!form.text("register").equals("another " + typed.name())) {
      List<Choice> there = namesakes.of(typed.name(), Collections.list(request.getLocales()));
      model.addAttribute("namesakes", there);
      if (!there.isEmpty()) {
        return again(id, form, NONE, request, model);
      }
    }
    Answer answer = ingest.carryOut(command(form, typed));
    if (!answer.accepted()) {
      again(id, form, RecordPage.refused(NONE, answer), request, model);
      RecordPage.keepKey(form, answer, model);
      return ImportPage.refused("record", model, answer);
    }
    SubjectId registered = new SubjectId(answer.json().path("id").asString());
    waiting.until(() -> isKnown(registered), ON_ITS_WAY);
    model.addAttribute("registered", typed.name());
    Form chosen =
        form.typing("subject", Choice.of(typed.name(), registered.value()).typed())
            .typing("newName", "");
    return again(id, chosen, NONE, request, model);
  }

  /** The fact is another attempt than its subject. */
  private static PageCommand command(Form form, TypedSubject typed) {
    PageCommand command = form.command("/api/v1/subjects", null, typed.body());
    return new PageCommand(command.path(), "subject-" + command.key(), null, command.body());
  }

  private boolean isKnown(SubjectId subject) {
    return readModel.get(Index.SUBJECTS, subject.value(), SubjectDocument.class) != null;
  }

  private ModelAndView again(
      String id, Form form, Mistakes mistakes, HttpServletRequest request, Model model) {
    page.again(id, form, mistakes, request, model);
    return new ModelAndView("record", model.asMap());
  }
}
