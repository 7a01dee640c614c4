package org.defter.query.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defter.core.edtf.Edtf;
import org.defter.core.value.InvalidValue;
import org.defter.query.date.DateWords;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Address;
import org.defter.query.request.Parameters;
import org.defter.query.search.Times;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The two times that a reader has turned the site to. They are in the address of the page, and
 * every link from it to another page carries them along (see {@link CarryingLinks}), so that an
 * address that is passed on shows the same.
 */
final class TimeMachine {

  /** Its name among the attributes of a request, and so in templates. */
  static final String ATTRIBUTE = "times";

  private static final String KNOWN = "knownAt";
  private static final Set<String> VALID =
      Times.PARAMETERS.stream()
          .filter(name -> !name.equals(KNOWN))
          .collect(Collectors.toUnmodifiableSet());

  /** They belong to the time that is left, or mean one request only. */
  private static final Set<String> FORGOTTEN = Set.of("version", "cursor", "after", "wait");

  /** What is not a page: programs' addresses, versions for Memento, and files. */
  private static final Pattern NO_PAGE =
      Pattern.compile(
          "([^/].*)?|//.*|/(api|log|actuator|oauth2)/.*|/sign-(in|out).*|/[^/]+\\.(css|js|svg)|.*/time(map|gate)");

  private final String path;
  private final Parameters given;
  private final DateWords words;
  private final boolean knownWrong;
  private final boolean validWrong;

  private TimeMachine(String path, Parameters given, DateWords words) {
    this.path = path;
    this.given = given;
    this.words = words;
    this.knownWrong = !makesSense(given.without(VALID));
    this.validWrong = !makesSense(given.without(Set.of(KNOWN)));
  }

  /** A field of a form. */
  record Field(String name, String value) {}

  static TimeMachine of(HttpServletRequest request) {
    String path =
        request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String asked
            ? asked
            : request.getRequestURI();
    Parameters given = Parameters.of(request);
    return new TimeMachine(
        path,
        // What a form sends is not what its page was asked.
        request.getMethod().equals("POST") ? inAddress(request, given) : given,
        DateWords.in(Collections.list(request.getLocales())));
  }

  /**
   * What a page is asked that shows the present and nothing else: the times stay in its address and
   * its links, and the page says that they mean nothing here.
   */
  static Parameters none(Parameters given, Model model) {
    model.addAttribute("timeless", true);
    return given.without(Times.PARAMETERS);
  }

  private static Parameters inAddress(HttpServletRequest request, Parameters all) {
    String query = Objects.requireNonNullElse(request.getQueryString(), "");
    Set<String> asked =
        UriComponentsBuilder.fromUriString("?" + query).build().getQueryParams().keySet();
    return all.without(
        all.values().keySet().stream()
            .filter(name -> !asked.contains(name))
            .collect(Collectors.toUnmodifiableSet()));
  }

  private static boolean makesSense(Parameters times) {
    try {
      Times.of(times);
      return true;
    } catch (ProblemException | InvalidValue unreadable) {
      return false;
    }
  }

  /** The path of the page, for what leads back to it. */
  public String path() {
    return path;
  }

  /** Whether the site shows another time than today, or a part of all times; never a wrong one. */
  public boolean on() {
    return !knownWrong && !validWrong && (known() != null || valid() != null);
  }

  /** Whether what was typed is no time. */
  public boolean knownWrong() {
    return knownWrong;
  }

  /** Whether what was typed is no time. */
  public boolean validWrong() {
    return validWrong;
  }

  /** What was typed as record time; empty when nothing was. */
  public String knownTyped() {
    return typed(KNOWN);
  }

  /** Whether it can stand in a field that takes a day and nothing else. */
  public boolean knownIsDay() {
    try {
      return knownTyped().isEmpty() || LocalDate.parse(knownTyped()).getYear() > 0;
    } catch (DateTimeParseException _) {
      return false;
    }
  }

  /** What was typed as valid time, or the stretch that was chosen, in EDTF; empty for neither. */
  public String validTyped() {
    String from = typed("validFrom");
    String to = typed("validTo");
    return from.isEmpty() && to.isEmpty()
        ? typed("validAt")
        : (from.isEmpty() ? ".." : from) + "/" + (to.isEmpty() ? ".." : to);
  }

  private String typed(String name) {
    return Objects.requireNonNullElse(given.values().getFirst(name), "").strip();
  }

  /** The record time in words; null for today. */
  public @Nullable String known() {
    if (knownWrong || knownTyped().isEmpty()) {
      return null;
    }
    return knownIsDay()
        ? words.say(Edtf.parse(knownTyped()))
        : words.moment(Objects.requireNonNull(given.endOf(KNOWN)));
  }

  /** The valid time in words; null for whenever. */
  public @Nullable String valid() {
    if (validWrong || validTyped().isEmpty()) {
      return null;
    }
    try {
      return words.say(Edtf.parse(validTyped()));
    } catch (IllegalArgumentException _) {
      // A stretch between two dates of which one is no single date.
      return validTyped();
    }
  }

  /** How a fact's own time must lie to it: a word of the parameter {@code valid}. */
  public String validMode() {
    return typed("valid").isEmpty() ? "possibly" : typed("valid");
  }

  /** What forms that lead to other pages carry along. */
  public List<Field> carried() {
    return knownWrong || validWrong
        ? List.of()
        : fields(given.values(), Times.PARAMETERS::contains);
  }

  /** What else this page was asked, to be asked again of another time. */
  public List<Field> others() {
    return fields(
        given.values(),
        name ->
            name.equals("valid")
                || (!Times.PARAMETERS.contains(name) && !FORGOTTEN.contains(name)));
  }

  private static List<Field> fields(
      MultiValueMap<String, String> values, Predicate<String> wanted) {
    return values.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .flatMap(entry -> entry.getValue().stream().map(value -> new Field(entry.getKey(), value)))
        .filter(field -> !field.value().isBlank())
        .toList();
  }

  /** This page as it is known today, whenever it held. */
  public String today() {
    return Address.of(path, given.without(Times.PARAMETERS).without(FORGOTTEN).values());
  }

  /** This page, as it was asked for. */
  String here() {
    return Address.of(path, lasting().values());
  }

  /** This page in another language. */
  public String in(String language) {
    MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(lasting().values());
    asked.set(ReaderLanguage.PARAMETER, language);
    return Address.of(path, asked);
  }

  private Parameters lasting() {
    return given.without(Set.of("after", "wait", ReaderLanguage.PARAMETER));
  }

  /** A link, with the times if it leads to a page. A time that it names itself stays as it is. */
  String carriedBy(String link) {
    if (!on() || NO_PAGE.matcher(withoutQuery(link)).matches()) {
      return link;
    }
    return with(carried(), link);
  }

  /** An address for programs, with the record time, if there is one. */
  public String asKnown(String link) {
    return known() == null ? link : with(List.of(new Field(KNOWN, knownTyped())), link);
  }

  private static String withoutQuery(String link) {
    return link.split("[?#]", 2)[0];
  }

  private static String with(Collection<Field> times, String link) {
    int end = link.indexOf('#') < 0 ? link.length() : link.indexOf('#');
    StringBuilder address = new StringBuilder(link.substring(0, end));
    boolean ownKnown = names(link, Set.of(KNOWN));
    boolean ownValid = names(link, VALID);
    for (Field time : times) {
      if (time.name().equals(KNOWN) ? !ownKnown : !ownValid) {
        address
            .append(address.indexOf("?") < 0 ? '?' : '&')
            .append(time.name())
            .append('=')
            .append(UriUtils.encode(time.value(), StandardCharsets.UTF_8));
      }
    }
    return address.append(link.substring(end)).toString();
  }

  private static boolean names(String link, Set<String> parameters) {
    return Pattern.compile("[?&]")
        .splitAsStream(link)
        .skip(1)
        .anyMatch(part -> parameters.contains(part.split("=", 2)[0]));
  }
}
