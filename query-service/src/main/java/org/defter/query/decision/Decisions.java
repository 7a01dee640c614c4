package org.defter.query.decision;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.EventType;
import org.defter.core.event.Receipt;
import org.defter.query.decision.Form.Typed;
import org.defter.query.frontdoor.Answer;
import org.defter.query.frontdoor.HandingOn;
import org.defter.query.frontdoor.PageCommand;
import org.defter.query.read.ReadModel;
import org.defter.query.request.Address;
import org.defter.query.request.Parameters;
import org.defter.readmodel.document.EventDocument;
import org.defter.readmodel.document.Index;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** Has what people decide on pages carried out, and tells them what became of it. */
@Component
public final class Decisions {

  /** Of a page that is no queue. */
  public static final Parameters NO_QUEUE = new Parameters(new LinkedMultiValueMap<>());

  /** What can be decided on pages. */
  private static final Set<String> SHOWN =
      Stream.of(
              EventType.BOTH_LET_STAND,
              EventType.FACT_MERGED,
              EventType.CITATION_REANCHORED,
              EventType.FACT_RECORDED,
              EventType.FACT_CORRECTED,
              EventType.CITATION_ADDED,
              EventType.CORRECTION_PROPOSED,
              EventType.CORRECTION_ACCEPTED,
              EventType.CORRECTION_DECLINED,
              EventType.CORRECTION_WITHDRAWN)
          .map(EventType::typeName)
          .collect(Collectors.toUnmodifiableSet());

  private final HandingOn ingest;
  private final ReadModel readModel;

  Decisions(HandingOn ingest, ReadModel readModel) {
    this.ingest = ingest;
    this.readModel = readModel;
  }

  /** Why something was not done. */
  public record Refused(String title, String detail) {}

  /** What was done. */
  public record Recorded(String event, String actor) {}

  /**
   * Prepares a page for forms.
   *
   * @param queue the parameters that the page was asked for with
   */
  public void offer(HttpServletRequest request, Parameters queue, Model model) {
    model.addAttribute("here", Address.of(request.getRequestURI(), lasting(queue)));
    model.addAttribute("reasons", Stream.of(ReasonType.values()).map(ReasonType::word).toList());
    model.addAttribute("typed", new Typed("", "", ""));
    model.addAttribute("recorded", recorded(queue.texts("after")));
  }

  /**
   * Has a decision carried out. Then the reader is sent back to the queue, which waits until it
   * shows what was done; or sees why it was not done, with everything that was typed.
   *
   * @param page puts the queue into a model, and names its template
   */
  public ModelAndView carryOut(Form form, PageCommand command, Function<Model, String> page)
      throws IOException {
    return carryOut(
        form, command, (model, _) -> page.apply(model), answer -> backTo(form, receipt(answer)));
  }

  /**
   * The same, where the reader is sent somewhere else.
   *
   * @param page what is shown with the refusal
   * @param next the address that shows what was done
   */
  public ModelAndView carryOut(
      Form form,
      PageCommand command,
      BiFunction<Model, Answer, String> page,
      Function<Answer, String> next)
      throws IOException {
    Answer answer = ingest.carryOut(command);
    if (answer.accepted()) {
      RedirectView there = new RedirectView(next.apply(answer));
      there.setStatusCode(HttpStatus.SEE_OTHER);
      return new ModelAndView(there);
    }
    Model model = new ExtendedModelMap();
    String view = page.apply(model, answer);
    model.addAttribute("typed", form.typed());
    model.addAttribute(
        "refused",
        new Refused(
            answer.json().path("title").asString(""), answer.json().path("detail").asString("")));
    return new ModelAndView(view, model.asMap(), HttpStatus.valueOf(answer.status()));
  }

  private static String backTo(Form form, String receipt) {
    MultiValueMap<String, String> seen = lasting(form.queue());
    seen.set("after", receipt);
    return Address.of(form.page(), seen);
  }

  /** What to wait for, so as to see what was done. */
  public static String receipt(Answer answer) {
    return answer.json().path("receipt").asString("");
  }

  /** The parameters without those that wait for something. */
  private static MultiValueMap<String, String> lasting(Parameters queue) {
    return queue.without(Set.of("after", "wait")).values();
  }

  private @Nullable Recorded recorded(List<String> receipts) {
    if (receipts.isEmpty()) {
      return null;
    }
    Receipt last = Receipt.parse(receipts.getLast());
    EventDocument event = readModel.get(Index.EVENTS, last.eventId(), EventDocument.class);
    return event == null || !SHOWN.contains(event.type())
        ? null
        : new Recorded(event.type(), event.actor().id());
  }
}
