package org.defter.query.decision;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.defter.core.detail.Detail;
import org.defter.core.event.ArchiveJson;
import org.defter.core.finding.FindingCommand.Seen;
import org.defter.core.id.FactId;
import org.defter.query.frontdoor.PageCommand;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * A form that somebody sent. What was typed is taken as it is: the ingest service says what is
 * wrong with it, so that there is one rule.
 *
 * @param page the path of the page it was sent from
 * @param sent the fields, and the parameters of that page
 */
public record Form(String page, Parameters sent) {

  /** None of them is a parameter of a queue. */
  private static final Set<String> FIELDS =
      Set.of(
          "about",
          "key",
          "reasonType",
          "reasonText",
          "decision",
          "first",
          "firstVersion",
          "second",
          "secondVersion",
          "citing",
          "citingVersion",
          "citation",
          "choice");

  /**
   * What was typed, to be shown again.
   *
   * @param about which of the forms of its page it was
   */
  public record Typed(String about, String reasonType, String reasonText) {}

  /** Reads a form: pages send them to their own address. */
  public static Form of(HttpServletRequest request) {
    return new Form(request.getRequestURI(), Parameters.of(request));
  }

  /** The parameters of the page. */
  public Parameters queue() {
    return sent.without(FIELDS);
  }

  /** What was typed. */
  public Typed typed() {
    return new Typed(text("about"), text("reasonType"), text("reasonText"));
  }

  /** A field; empty when it was not sent. */
  public String text(String name) {
    String value = sent.values().getFirst(name);
    return value == null ? "" : value.strip();
  }

  /** Whether a field was sent, be it empty. */
  public boolean has(String name) {
    return sent.values().containsKey(name);
  }

  /**
   * The form with what its button chose: {@code choose} names a field and what to type in it,
   * divided by an equals sign.
   */
  public Form choosing() {
    String[] chosen = text("choose").split("=", 2);
    return chosen.length < 2 ? this : typing(chosen[0], chosen[1]);
  }

  /** The form with something else in one of its fields. */
  public Form typing(String name, String text) {
    MultiValueMap<String, String> fields = new LinkedMultiValueMap<>(sent.values());
    fields.set(name, text);
    return new Form(page, new Parameters(fields));
  }

  /** A field with the blanks at its edges, which mean something; empty when it was not sent. */
  public String untrimmed(String name) {
    String value = sent.values().getFirst(name);
    return value == null ? "" : value;
  }

  /** A number that the page put into the form. */
  public int number(String name) {
    return sent.number(name, 0, 1, Integer.MAX_VALUE);
  }

  /** A fact as it was looked at: its identifier in one field, its version in another. */
  public Seen seen(String name) {
    return new Seen(new FactId(text(name)), number(name + "Version"));
  }

  /** The reason, as far as one was given. */
  public Map<String, String> reason() {
    Map<String, String> reason = new LinkedHashMap<>();
    putUnlessEmpty(reason, "type", text("reasonType"));
    putUnlessEmpty(reason, "text", text("reasonText"));
    return reason;
  }

  private static void putUnlessEmpty(Map<String, String> fields, String name, String value) {
    if (!value.isEmpty()) {
      fields.put(name, value);
    }
  }

  /**
   * The command.
   *
   * @param version of the thing as it was looked at; null where the body says it
   * @param body what is written as JSON; a text is JSON already
   */
  public PageCommand command(String path, @Nullable Long version, Object body) {
    String json =
        body instanceof String text ? text : ArchiveJson.mapper().writeValueAsString(body);
    return new PageCommand(path, text("key"), version, json);
  }

  /** Refuses a choice that no page offers. */
  public ProblemException unknownChoice() {
    return ProblemException.invalid("decision", Detail.of("query.form.other-choice"));
  }
}
