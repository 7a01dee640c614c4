package org.defter.query.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.query.decision.Decisions;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.Answer;
import org.defter.query.masscorrection.MassCorrections;
import org.defter.query.recording.ChangesReader;
import org.defter.query.recording.Handling;
import org.defter.query.recording.Mistakes;
import org.defter.query.recording.ReadChanges;
import org.defter.query.recording.TypedChanges;
import org.defter.query.request.Address;
import org.defter.query.request.Parameters;
import org.defter.query.search.FactSearch;
import org.defter.query.search.SearchRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Archivists say once what to correct in everything that a search finds, and are shown what that
 * would do. The search is one field of the form, since both have parameters of the same names.
 */
@Controller
class MassCorrectionPage {

  private static final String PAGE = BatchesPage.ADDRESS + "/correction";

  /** They choose a page, an order, or what to wait for, and not which facts. */
  private static final List<String> NO_CHOICE =
      List.of("size", "cursor", "sort", "format", "after", "wait");

  private final FactSearch search;
  private final MassCorrections corrections;
  private final ChangesReader reader;
  private final Decisions decisions;

  MassCorrectionPage(
      FactSearch search, MassCorrections corrections, ChangesReader reader, Decisions decisions) {
    this.search = search;
    this.corrections = corrections;
    this.reader = reader;
    this.decisions = decisions;
  }

  /** Where everything that a search finds is corrected; null where it chooses nothing. */
  static @Nullable String address(MultiValueMap<String, String> asked) {
    MultiValueMap<String, String> choosing = new LinkedMultiValueMap<>(asked);
    NO_CHOICE.forEach(choosing::remove);
    choosing.values().forEach(values -> values.removeIf(String::isBlank));
    choosing.values().removeIf(List::isEmpty);
    return choosing.isEmpty()
        ? null
        : Address.of(
            PAGE,
            MultiValueMap.fromSingleValue(Map.of("search", Address.of("", choosing).substring(1))));
  }

  @GetMapping(PAGE)
  String show(HttpServletRequest request, Model model) {
    Parameters given = TimeMachine.none(Parameters.of(request), model).allowing(Set.of("search"));
    show(given, Form.of(request), new Mistakes(List.of()), request, model);
    return "mass-correction";
  }

  /** Has a batch made that shows what would be done; it is carried out from its own page. */
  @PostMapping(PAGE)
  ModelAndView preview(HttpServletRequest request) throws IOException {
    Parameters given = Parameters.of(request);
    Form form = Form.of(request).choosing();
    List<Locale> readers = Collections.list(request.getLocales());
    Parameters which = which(given);
    Model model = new ExtendedModelMap();
    model.addAttribute("sent", true);
    if (form.has("rows")) {
      // Somebody who runs no scripts asked for one more row.
      show(given, form, new Mistakes(List.of()), request, model);
      return new ModelAndView("mass-correction", model.asMap());
    }
    ReadChanges read = reader.read(TypedChanges.of(form, property(which)), readers);
    Mistakes mistakes =
        form.reason().containsKey("type")
            ? read.mistakes()
            : read.mistakes().missing("reasonType", "mistake.missing.reason");
    if (mistakes.none()) {
      Answer answer = corrections.preview(read.command(form.reason()), which);
      if (answer.accepted()) {
        return ImportPage.batch(answer);
      }
      show(given, form, mistakes, request, model);
      return ImportPage.refused("mass-correction", model, answer);
    }
    show(given, form, mistakes, request, model);
    return new ModelAndView("mass-correction", model.asMap());
  }

  /** Which facts: the search that the form carries. */
  private static Parameters which(Parameters given) {
    MultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
    UriComponentsBuilder.fromUriString("?" + Objects.requireNonNullElse(given.text("search"), ""))
        .build()
        .getQueryParams()
        .forEach((name, values) ->
            values.forEach(value -> asked.add(decoded(name), value == null ? "" : decoded(value))));
    return new Parameters(asked);
  }

  private static String decoded(String part) {
    return UriUtils.decode(part, StandardCharsets.UTF_8);
  }

  /** The one property that all of them state; empty where they differ. */
  private static String property(Parameters which) {
    List<String> properties = which.texts("property");
    return properties.size() == 1 ? properties.getFirst() : "";
  }

  private void show(
      Parameters given, Form form, Mistakes mistakes, HttpServletRequest request, Model model) {
    decisions.offer(request, Decisions.NO_QUEUE, model);
    Parameters which = which(given);
    SearchRequest asked = MassCorrections.search(which);
    model.addAttribute(
        "found", search.answer(asked, Collections.list(request.getLocales())).total());
    model.addAttribute("search", given.text("search"));
    model.addAttribute("results", Address.of("/", which.values()));
    model.addAttribute("sameProperty", !property(which).isEmpty());
    model.addAttribute("draft", TypedChanges.of(form, property(which)));
    model.addAttribute("handlings", Stream.of(Handling.values()).map(Handling::word).toList());
    model.addAttribute("typed", form.typed());
    model.addAttribute("mistakes", mistakes);
  }
}
