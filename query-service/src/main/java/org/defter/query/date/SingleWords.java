package org.defter.query.date;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.defter.core.edtf.Calendar;
import org.defter.core.edtf.DigitPattern;
import org.defter.core.edtf.Edtf;
import org.defter.core.edtf.Form;
import org.defter.core.edtf.Marks;
import org.defter.core.edtf.PartMarks;
import org.defter.core.edtf.SingleDate;
import org.jspecify.annotations.Nullable;

/** One date in words, with what is to be noted of its parts in brackets after it. */
final class SingleWords {
  private static final int FIRST_SEASON = 21;
  private static final int SEASONS = 4;
  private static final int LAST_SEASON_ANYWHERE = 24;
  private static final int LAST_SEASON_IN_THE_NORTH = 28;

  /** The first code that is a quarter, third or half. */
  private static final int FIRST_DIVISION = 33;

  private final Grammar grammar;
  private final YearWords years;

  SingleWords(Grammar grammar) {
    this.grammar = grammar;
    this.years = new YearWords(grammar);
  }

  /** What is marked on the whole of the date; nothing when it is on some of its parts only. */
  static Marks wholeMarks(SingleDate date) {
    return switch (date.form()) {
      case Form.Fields fields ->
          isOnAll(fields.parts(), fields.month() != null, fields.day() != null)
              ? fields.parts().year()
              : Marks.NONE;
      case Form.PartOfYear part ->
          isOnAll(part.parts(), true, false) ? part.parts().year() : Marks.NONE;
      case Form.FarYear year -> year.marks();
      case Form.SomeOf _ -> Marks.NONE;
    };
  }

  private static boolean isOnAll(PartMarks parts, boolean hasMonth, boolean hasDay) {
    return (!hasMonth || parts.year().qualifiedAs(parts.month()))
        && (!hasDay || parts.year().qualifiedAs(parts.day()));
  }

  /** The date but for what is marked on the whole of it. Not for a date of a range. */
  String in(String grammaticalCase, SingleDate date) {
    return switch (date.form()) {
      case Form.Fields fields -> fields(grammaticalCase, date, fields);
      case Form.PartOfYear part -> partOfYear(grammaticalCase, date, part);
      case Form.FarYear year -> farYear(grammaticalCase, date, year);
      case Form.SomeOf range -> throw new IllegalArgumentException(range + " is two dates");
    };
  }

  private String partOfYear(String grammaticalCase, SingleDate date, Form.PartOfYear part) {
    int code = part.code();
    List<String> notes = new ArrayList<>();
    if (code > LAST_SEASON_ANYWHERE && code < FIRST_DIVISION) {
      notes.add(grammar.say(code <= LAST_SEASON_IN_THE_NORTH ? "note.north" : "note.south"));
      code = FIRST_SEASON + (code - FIRST_SEASON) % SEASONS;
    }
    if (!isOnAll(part.parts(), true, false)) {
      notes.addAll(marked(part.parts(), "part"));
    }
    String said =
        grammar.say(
            code < FIRST_DIVISION ? "season" : "division",
            grammar.sayIn(grammaticalCase, "part." + code),
            years.in("of", part.year()),
            years.in("", part.year()));
    return noted(said, date, notes);
  }

  private String farYear(String grammaticalCase, SingleDate date, Form.FarYear year) {
    List<String> notes =
        year.estimated()
            ? List.of(grammar.say("note.estimate", years.span(year.years())))
            : List.of();
    return noted(years.year(grammaticalCase, year.year()), date, notes);
  }

  private String fields(String grammaticalCase, SingleDate date, Form.Fields fields) {
    List<String> notes = new ArrayList<>();
    DigitPattern month = fields.month();
    DigitPattern day = fields.day();
    String said;
    if (month == null || month.unspecified()) {
      said = years.in(grammaticalCase, fields.year());
      if (month != null) {
        notes.add(unknown(month, day));
      }
    } else if (day == null || day.unspecified()) {
      said =
          grammar.say(
              "month",
              grammar.sayIn(grammaticalCase, "month." + month.single()),
              years.in("of", fields.year()));
      if (day != null) {
        notes.add(
            isUnknown(day)
                ? grammar.say("note.day-unknown")
                : grammar.say("note.day", day.digits()));
      }
    } else {
      said = day(grammaticalCase, fields, month, day);
    }
    if (!isOnAll(fields.parts(), month != null, day != null)) {
      notes.addAll(marked(fields.parts(), "month"));
    }
    return noted(said, date, notes);
  }

  private String day(
      String grammaticalCase, Form.Fields fields, DigitPattern month, DigitPattern day) {
    String said =
        grammar.say(
            fields.year().first() > 0 && !fields.year().digits().unspecified()
                ? "day"
                : "day-of-other-year",
            day.single(),
            grammar.sayIn("day", "month." + month.single()),
            years.in("of", fields.year()),
            years.in(grammaticalCase, fields.year()),
            grammar.sayIn(grammaticalCase, "month." + month.single()));
    String time = fields.time();
    return time == null ? said : grammar.say("time", said, clock(time));
  }

  /** A zone is said by its distance from UTC. */
  private static String clock(String time) {
    int zone = "23:20:30".length();
    return time.substring(0, zone)
        + (time.length() == zone ? "" : " UTC" + time.substring(zone).replace("Z", ""));
  }

  private String unknown(DigitPattern month, @Nullable DigitPattern day) {
    if (day == null) {
      return isUnknown(month)
          ? grammar.say("note.month-unknown")
          : grammar.say("note.month", month.digits());
    }
    return isUnknown(month) && isUnknown(day)
        ? grammar.say("note.month-and-day-unknown")
        : grammar.say("note.month-and-day", month.digits(), day.digits());
  }

  private static boolean isUnknown(DigitPattern digits) {
    return digits.digits().equals("XX");
  }

  private List<String> marked(PartMarks parts, String monthOrPart) {
    List<String> notes = new ArrayList<>();
    addMark(notes, "year", parts.year());
    addMark(notes, monthOrPart, parts.month());
    addMark(notes, "day", parts.day());
    return notes;
  }

  private void addMark(List<String> notes, String part, Marks marks) {
    if (marks.uncertain() || marks.approximate()) {
      notes.add(grammar.say("mark." + part + "." + DateWords.doubt(marks)));
    }
  }

  private String noted(String said, SingleDate date, List<String> notes) {
    List<String> all = new ArrayList<>(notes);
    if (date.calendar() == Calendar.JULIAN) {
      all.addFirst(julian(date));
    }
    return all.isEmpty() ? said : said + " (" + String.join("; ", all) + ")";
  }

  private String julian(SingleDate date) {
    LocalDate day = date.days().earliest();
    if (day == null || !day.equals(date.days().latest()) || Math.abs(day.getYear()) > 9999) {
      return grammar.say("note.julian");
    }
    return Edtf.parse(day.toString()) instanceof SingleDate gregorian
        ? grammar.say("note.julian-day", in("", gregorian))
        : grammar.say("note.julian");
  }
}
