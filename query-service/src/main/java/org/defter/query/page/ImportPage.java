package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Objects;
import java.util.Set;
import org.defter.query.decision.Decisions.Refused;
import org.defter.query.frontdoor.Answer;
import org.defter.query.frontdoor.HandingOn;
import org.defter.query.request.Parameters;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Archivists bring a table of facts and the text they come from. */
@Controller
class ImportPage {

  private static final String PAGE = BatchesPage.ADDRESS + "/import";

  private final HandingOn ingest;

  ImportPage(HandingOn ingest) {
    this.ingest = ingest;
  }

  @GetMapping(PAGE)
  String show(HttpServletRequest request, Model model) {
    TimeMachine.none(Parameters.of(request), model).allowing(Set.of());
    return "import";
  }

  /** Hands the form on as it was sent, files and all; then shows what it would do, or does. */
  @PostMapping(PAGE)
  ModelAndView take(HttpServletRequest request) throws IOException {
    Answer answer =
        ingest.take(
            "/api/v1/imports",
            null,
            Objects.requireNonNullElse(
                request.getContentType(), MediaType.MULTIPART_FORM_DATA_VALUE),
            request.getInputStream());
    return answer.accepted() ? batch(answer) : refused("import", new ExtendedModelMap(), answer);
  }

  /** To the page of the batch that was taken. */
  static ModelAndView batch(Answer taken) {
    RedirectView there =
        new RedirectView(BatchesPage.ADDRESS + "/" + taken.json().path("id").asString());
    there.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(there);
  }

  static ModelAndView refused(String view, Model model, Answer answer) {
    model.addAttribute(
        "refused",
        new Refused(
            answer.json().path("title").asString(""), answer.json().path("detail").asString("")));
    return new ModelAndView(view, model.asMap(), HttpStatus.valueOf(answer.status()));
  }
}
