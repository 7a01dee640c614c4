package org.defter.query.date;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.defter.core.edtf.DateSet;
import org.defter.core.edtf.Edtf;
import org.defter.core.edtf.Form;
import org.defter.core.edtf.Interval;
import org.defter.core.edtf.Interval.End;
import org.defter.core.edtf.Marks;
import org.defter.core.edtf.SingleDate;
import org.jspecify.annotations.Nullable;

/**
 * Says dates as people do: {@code 1972~} as "circa 1972", "около 1972 года", "təxminən 1972-ci il".
 * In English, Russian and Azerbaijani.
 */
public final class DateWords {
  private static final Map<String, DateWords> BY_LANGUAGE =
      Map.of(
          "en", new DateWords(Locale.of("en")),
          "ru", new DateWords(Locale.of("ru")),
          "az", new DateWords(Locale.of("az")));

  private final Locale language;
  private final Grammar grammar;
  private final SingleWords single;

  private DateWords(Locale language) {
    this.language = language;
    this.grammar = new Grammar(language);
    this.single = new SingleWords(grammar);
  }

  /** In the first of the reader's languages that is known here; else in English. */
  public static DateWords in(List<Locale> readers) {
    return readers.stream()
        .map(reader -> BY_LANGUAGE.get(reader.getLanguage()))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> Objects.requireNonNull(BY_LANGUAGE.get("en")));
  }

  /** The language of the words, as a BCP 47 tag. */
  public String language() {
    return language.toLanguageTag();
  }

  /** The date in words; null where there is no date. */
  public @Nullable String sayIfAny(@Nullable Edtf date) {
    return date == null ? null : say(date);
  }

  /** A moment of record time in words, to the second. */
  public String moment(Instant time) {
    return say(Edtf.parse(time.truncatedTo(ChronoUnit.SECONDS).toString()));
  }

  /** A moment of record time in words, to the second; given as RFC 3339 writes it, in UTC. */
  public String moment(String time) {
    return moment(Instant.parse(time));
  }

  /** The date in words. */
  public String say(Edtf date) {
    return switch (date) {
      case SingleDate one -> one(one);
      case Interval interval -> interval(interval, "not-later");
      case DateSet set -> set(set);
    };
  }

  private String one(SingleDate date) {
    if (date.form() instanceof Form.SomeOf(Interval range)) {
      return someOf(range);
    }
    Marks marks = SingleWords.wholeMarks(date);
    if (!marks.uncertain() && !marks.approximate()) {
      return single.in("", date);
    }
    return phrase(doubt(marks), date, false);
  }

  /** The name of what is marked. */
  static String doubt(Marks marks) {
    if (marks.uncertain()) {
      return marks.approximate() ? "possibly-about" : "possibly";
    }
    return "about";
  }

  /** A phrase around one date, in the case it wants it in. */
  private String phrase(String name, SingleDate date, boolean withMarks) {
    return grammar.say(name, part(name, 0, date, withMarks));
  }

  private String part(String phrase, int at, SingleDate date, boolean withMarks) {
    String said = single.in(grammar.caseIn(phrase, at), date);
    Marks marks = SingleWords.wholeMarks(date);
    return withMarks && (marks.uncertain() || marks.approximate())
        ? said + " (" + grammar.say("note." + doubt(marks)) + ")"
        : said;
  }

  private String interval(Interval interval, String upTo) {
    return switch (interval.from()) {
      case End.Dated(SingleDate from) ->
          switch (interval.to()) {
            case End.Dated(SingleDate to) -> fromTo("from-to", from, to);
            case End.Open() -> phrase("since", from, true);
            case End.Unknown() -> phrase("since-end-unknown", from, true);
          };
      case End.Open() ->
          switch (interval.to()) {
            case End.Dated(SingleDate to) -> phrase(upTo, to, true);
            case End.Open() -> grammar.say("always");
            case End.Unknown() -> grammar.say("without-beginning");
          };
      case End.Unknown() ->
          interval.to() instanceof End.Dated(SingleDate to)
              ? phrase("until-beginning-unknown", to, true)
              : grammar.say("without-end");
    };
  }

  private String fromTo(String phrase, SingleDate from, SingleDate to) {
    return grammar.say(phrase, part(phrase, 0, from, true), part(phrase, 1, to, true));
  }

  private String someOf(Interval range) {
    return range.from() instanceof End.Dated(SingleDate from)
        ? range.to() instanceof End.Dated(SingleDate to)
            ? fromTo("some-from-to", from, to)
            : phrase("not-earlier", from, true)
        : interval(range, "not-later");
  }

  private String set(DateSet set) {
    List<String> members = set.members().stream().map(this::member).toList();
    if (members.size() == 1) {
      return say(set.members().getFirst());
    }
    String last = members.getLast();
    String others = String.join(", ", members.subList(0, members.size() - 1));
    return grammar.say(set.choice() == DateSet.Choice.ONE_OF ? "or" : "and", others, last);
  }

  private String member(Edtf member) {
    return switch (member) {
      case Interval all -> interval(all, "up-to");
      case SingleDate(_, _, Form.SomeOf(Interval range), _) -> someOf(range);
      case SingleDate one -> part("", 0, one, true);
      case DateSet set -> set(set);
    };
  }
}
