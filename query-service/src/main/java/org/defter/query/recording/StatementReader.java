package org.defter.query.recording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Statement;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Datatype;
import org.defter.core.value.Value;
import org.defter.query.date.DateReader;
import org.defter.query.recording.Named.Found;
import org.defter.readmodel.document.PropertyDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Reads typed statements: looks names up, and reads values and dates. */
@Component
public final class StatementReader {

  private final Named named;
  private final MessageSource messages;

  StatementReader(Named named, MessageSource messages) {
    this.named = named;
    this.messages = messages;
  }

  /** What was typed, as it is understood. */
  public ReadStatement read(TypedStatement typed, List<Locale> readers) {
    List<Mistake> mistakes = new ArrayList<>();
    SubjectId subject = found(named.subject("subject", typed.subject(), readers), mistakes);
    PropertyDocument property =
        found(named.property("property", typed.property(), readers), mistakes);
    Value value = property == null ? null : value(property.datatype(), typed, readers, mistakes);
    Edtf valid = DateReader.read(typed.valid());
    if (valid == null && !typed.valid().isEmpty()) {
      mistakes.add(Mistake.about("when", "mistake.date", typed.valid()));
    }
    Statement statement =
        subject == null || property == null || value == null || !mistakes.isEmpty()
            ? null
            : new Statement(
                subject,
                new PropertyId(property.id()),
                value,
                List.of(),
                valid,
                certainty(typed.certainty()),
                List.of(),
                null);
    return new ReadStatement(
        statement, property == null ? null : property.datatype(), new Mistakes(mistakes));
  }

  private @Nullable Value value(
      Datatype datatype, TypedStatement typed, List<Locale> readers, List<Mistake> mistakes) {
    if (typed.value().isEmpty()) {
      mistakes.add(Mistake.of("value", "mistake.missing.value"));
      return null;
    }
    if (datatype == Datatype.SUBJECT) {
      SubjectId subject = found(named.subject("value", typed.value(), readers), mistakes);
      return subject == null ? null : new Value.SubjectReference(subject);
    }
    Value value =
        WrittenValue.read(datatype, typed.value(), typed.language(), truth(typed.value(), readers));
    if (value == null) {
      String kind = datatype.name().toLowerCase(Locale.ROOT);
      mistakes.add(Mistake.about("value", "mistake.value." + kind, typed.value()));
    }
    return value;
  }

  private @Nullable Boolean truth(String typed, List<Locale> readers) {
    for (Boolean truth : List.of(true, false)) {
      String word = "value." + truth;
      boolean said =
          typed.equalsIgnoreCase(truth.toString())
              || readers.stream()
                  .anyMatch(
                      reader -> typed.equalsIgnoreCase(messages.getMessage(word, null, reader)));
      if (said) {
        return truth;
      }
    }
    return null;
  }

  private static Certainty certainty(String typed) {
    for (Certainty certainty : Certainty.values()) {
      if (TypedStatement.word(certainty).equals(typed)) {
        return certainty;
      }
    }
    return Certainty.CERTAIN;
  }

  private static <T> @Nullable T found(Found<T> found, List<Mistake> mistakes) {
    if (found.mistake() != null) {
      mistakes.add(found.mistake());
    }
    return found.thing();
  }
}
