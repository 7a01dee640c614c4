package org.defter.query.provenance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.defter.query.date.DateWords;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** What the picture says, in the reader's language; in its boxes wrapped to their width. */
final class Words {

  private static final int CHARACTERS = 26;
  private static final int MOST_LINES = 4;
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final MessageSource messages;
  private final DateWords dates;

  /**
   * @param readers the languages that the reader understands, best first
   */
  Words(MessageSource messages, List<Locale> readers) {
    this.messages = messages;
    this.dates = DateWords.in(readers);
  }

  /** The language that is spoken (BCP 47). */
  String language() {
    return dates.language();
  }

  /** A text of the pages. */
  String say(String key, Object... about) {
    return messages.getMessage(key, about, Locale.forLanguageTag(language()));
  }

  /** The lines of a box. */
  List<String> of(Element element, Bundle bundle) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs(element, bundle)) {
      lines.addAll(wrapped(paragraph));
    }
    return lines;
  }

  private List<String> paragraphs(Element element, Bundle bundle) {
    List<String> all = new ArrayList<>();
    if (element.is(Terms.PASSAGE)) {
      all.add("“" + element.text(Attribute.VALUE, "") + "”");
      all.add(
          say("picture.paragraph", element.text(Terms.PARAGRAPH, ""), quotedFrom(element, bundle)));
      return all;
    }
    all.add(name(element));
    if (element.ended() != null) {
      all.add(dates.moment(element.ended()));
      why(element, all);
      onBehalf(element, bundle, all);
    }
    if (element.is(Terms.VERSION)) {
      addIfAny(all, value(element));
      String standing = element.text(Terms.STANDING, "");
      addIfAny(all, standing.isEmpty() ? "" : say("standing." + standing));
    }
    return all;
  }

  /** What an element is called in a box. */
  private String name(Element element) {
    if (element.kind() == Element.Kind.ACTIVITY) {
      // One command can do several things: accept a proposal, and correct the fact.
      return element.types().stream()
          .filter(type -> type.namespace().equals(Namespace.DEFTER))
          .map(type -> say("picture.did." + type.local()))
          .collect(Collectors.joining(", "));
    }
    String local = element.id().local();
    int slash = local.lastIndexOf('/');
    if (element.is(Terms.VERSION)) {
      String number = element.text(Terms.VERSION_NUMBER, "");
      return number.isEmpty()
          ? say("picture.before-merge", local.substring(0, local.indexOf('/')))
          : say("fact.version", number);
    }
    if (element.is(Terms.TRANSCRIPTION)) {
      return say("picture.transcription", local.substring(0, slash), local.substring(slash + 1));
    }
    return element.is(Terms.PROPOSAL) ? say("picture.proposal", local) : element.label();
  }

  private void why(Element activity, List<String> all) {
    String type = activity.text(Terms.REASON_TYPE, "");
    if (!type.isEmpty()) {
      all.add(say("history.why") + " " + activity.text(Terms.REASON, say("reason." + type)));
    }
  }

  private static void addIfAny(List<String> all, String text) {
    if (!text.isEmpty()) {
      all.add(text);
    }
  }

  private static String value(Element version) {
    return version.attributes().stream()
        .filter(one -> one.name().equals(Attribute.VALUE))
        .map(one ->
            switch (one.value()) {
              case Name name -> name.local();
              case Attribute.Literal literal -> literal.text();
            })
        .findFirst()
        .orElse("");
  }

  private void onBehalf(Element activity, Bundle bundle, List<String> all) {
    bundle.relations().stream()
        .filter(
            one -> one.kind() == Relation.Kind.DELEGATION && activity.id().equals(one.activity()))
        .map(one -> name(one.to(), bundle))
        .forEach(responsible -> all.add(say("history.behalf", responsible)));
  }

  private String quotedFrom(Element passage, Bundle bundle) {
    return bundle.relations().stream()
        .filter(one -> one.from().equals(passage.id()) && one.is(Terms.QUOTATION))
        .map(one -> name(one.to(), bundle))
        .findFirst()
        .orElse("");
  }

  private String name(@Nullable Name name, Bundle bundle) {
    Element element = name == null ? null : bundle.element(name);
    return element == null ? "" : name(element);
  }

  /** At spaces where there are any; what is longer than the box ends in an ellipsis. */
  static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : SPACES.splitAsStream(text.strip()).toList()) {
      for (String piece : pieces(word)) {
        if (!line.isEmpty() && length(line) + 1 + length(piece) > CHARACTERS) {
          lines.add(line.toString());
          line.setLength(0);
        }
        line.append(line.isEmpty() ? "" : " ").append(piece);
      }
    }
    lines.add(line.toString());
    if (lines.size() > MOST_LINES) {
      List<String> kept = new ArrayList<>(lines.subList(0, MOST_LINES));
      kept.set(MOST_LINES - 1, kept.getLast() + " …");
      return kept;
    }
    return lines;
  }

  /** A word that fits into no line is cut. */
  private static List<String> pieces(String word) {
    List<String> pieces = new ArrayList<>();
    int from = 0;
    while (length(word.substring(from)) > CHARACTERS) {
      int to = word.offsetByCodePoints(from, CHARACTERS);
      pieces.add(word.substring(from, to));
      from = to;
    }
    pieces.add(word.substring(from));
    return pieces;
  }

  private static int length(CharSequence text) {
    return (int) text.codePoints().count();
  }
}
