package org.defter.query.page;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.defter.core.finding.Grade;
import org.defter.core.id.FactId;
import org.defter.query.date.DateWords;
import org.defter.query.finding.Foreseen;
import org.defter.query.recording.ReadStatement;
import org.defter.query.recording.StatementReader;
import org.defter.query.recording.TypedStatement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows a typed statement as the archive understands it, beside what is on record already. */
@Component
class Previews {

  private final StatementReader reader;
  private final Foreseen foreseen;

  Previews(StatementReader reader, Foreseen foreseen) {
    this.reader = reader;
    this.foreseen = foreseen;
  }

  /**
   * A preview.
   *
   * @param statement as it would be shown; null while it is not understood
   * @param beside what is on record of the same subject and property
   */
  record Preview(ReadStatement read, @Nullable StatementLine statement, List<BesideLine> beside) {

    /** Tells what was looked at, so that nothing else is recorded in its place. */
    String digest(Object more) {
      List<String> facts = beside.stream().map(fact -> fact.id() + " " + fact.version()).toList();
      return Integer.toHexString(Objects.hash(String.valueOf(read.statement()), facts, more));
    }
  }

  /**
   * A fact that is on record, as it is shown.
   *
   * @param contradicts the word for how surely it would be contradicted; null when not
   * @param repeats the word for how surely it would be repeated; null when not
   */
  record BesideLine(
      String id,
      long version,
      StandingLine standing,
      StatementLine statement,
      @Nullable String contradicts,
      @Nullable String repeats) {}

  /**
   * Reads what was typed.
   *
   * @param itself the fact that is to say it; null for a new one
   */
  Preview of(TypedStatement typed, @Nullable FactId itself, List<Locale> readers) {
    ReadStatement read = reader.read(typed, readers);
    if (read.statement() == null) {
      return new Preview(read, null, List.of());
    }
    Foreseen.Answer found = foreseen.of(read.statement(), itself, readers);
    DateWords words = DateWords.in(readers);
    return new Preview(
        read,
        StatementLine.of(read.statement(), found.labels(), words),
        found.facts().stream().map(fact -> line(fact, found, words)).toList());
  }

  private static BesideLine line(Foreseen.Beside beside, Foreseen.Answer found, DateWords words) {
    var fact = beside.fact();
    return new BesideLine(
        fact.id().value(),
        fact.version(),
        StandingLine.of(fact.id(), fact.version(), fact.standing(), null),
        StatementLine.of(fact.statement(), found.labels(), words),
        word(beside.contradicts()),
        word(beside.repeats()));
  }

  private static @Nullable String word(@Nullable Grade grade) {
    return grade == null ? null : grade.word();
  }
}
