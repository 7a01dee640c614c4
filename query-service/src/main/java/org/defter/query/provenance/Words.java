package org.defter.query.provenance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What stands in the boxes of the picture, wrapped to their width. */
final class Words {

  private static final int CHARACTERS = 26;
  private static final int MOST_LINES = 4;
  private static final Pattern SPACES = Pattern.compile("\\s+");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Words() {}

  static String time(Instant time) {
    return TIME.format(time);
  }

  /** The lines of a box. */
  static List<String> of(Element element, Bundle bundle) {
    List<String> lines = new ArrayList<>();
    for (String paragraph : paragraphs(element, bundle)) {
      lines.addAll(wrapped(paragraph));
    }
    return lines;
  }

  private static List<String> paragraphs(Element element, Bundle bundle) {
    List<String> all = new ArrayList<>();
    if (element.is(Terms.PASSAGE)) {
      all.add("“" + element.text(Attribute.VALUE, "") + "”");
      all.add(
          "paragraph " + element.text(Terms.PARAGRAPH, "") + ", " + quotedFrom(element, bundle));
      return all;
    }
    all.add(labels(element));
    if (element.ended() != null) {
      all.add(time(element.ended()));
      addIfAny(all, element.text(Terms.REASON, element.text(Terms.REASON_TYPE, "")), "why: ");
      onBehalf(element, bundle, all);
    }
    if (element.is(Terms.VERSION)) {
      addIfAny(all, value(element), "");
      addIfAny(all, element.text(Terms.STANDING, ""), "");
    }
    return all;
  }

  /** One command can do several things: accept a proposal, and correct the fact. */
  private static String labels(Element element) {
    return element.kind() == Element.Kind.ACTIVITY
        ? String.join(", ", element.texts(Attribute.LABEL))
        : element.label();
  }

  private static void addIfAny(List<String> all, String text, String before) {
    if (!text.isEmpty()) {
      all.add(before + text);
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

  private static void onBehalf(Element activity, Bundle bundle, List<String> all) {
    bundle.relations().stream()
        .filter(
            one -> one.kind() == Relation.Kind.DELEGATION && activity.id().equals(one.activity()))
        .map(one -> label(one.to(), bundle))
        .forEach(responsible -> all.add("on behalf of " + responsible));
  }

  private static String quotedFrom(Element passage, Bundle bundle) {
    return bundle.relations().stream()
        .filter(one -> one.from().equals(passage.id()) && one.is(Terms.QUOTATION))
        .map(one -> label(one.to(), bundle))
        .findFirst()
        .orElse("");
  }

  private static String label(@Nullable Name name, Bundle bundle) {
    Element element = name == null ? null : bundle.element(name);
    return element == null ? "" : element.label();
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
