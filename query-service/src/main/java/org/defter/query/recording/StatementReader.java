package org.defter.query.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    Value value =
        property == null
            ? null
            : value(
                "value", property.datatype(), typed.value(), typed.language(), readers, mistakes);
    Edtf valid = valid(typed.valid(), mistakes);
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

  /** What to change in many facts, as it is understood. */
  public ReadChanges read(TypedChanges typed, List<Locale> readers) {
    List<Mistake> mistakes = new ArrayList<>();
    TypedStatement to = typed.to();
    PropertyDocument of = property(typed.of(), readers, mistakes);
    PropertyDocument property = property(to.property(), readers, mistakes);
    SubjectId subject =
        to.subject().isEmpty()
            ? null
            : found(named.subject("subject", to.subject(), readers), mistakes);
    Value from = valueOfMany("from", typed.from(), of, to.language(), readers, mistakes);
    Value value =
        valueOfMany(
            "value",
            to.value(),
            property == null ? of : property,
            to.language(),
            readers,
            mistakes);
    Map<String, Object> changes = new LinkedHashMap<>();
    putIfAny(changes, "subject", subject);
    putIfAny(changes, "property", property == null ? null : new PropertyId(property.id()));
    putIfAny(changes, "value", value);
    putIfAny(changes, "valid", valid(to.valid(), mistakes));
    putIfAny(changes, "certainty", to.certainty().isEmpty() ? null : certainty(to.certainty()));
    if (changes.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(Mistake.of("value", "mistake.changes.none"));
    }
    return new ReadChanges(changes, from, new Mistakes(mistakes));
  }

  private @Nullable PropertyDocument property(
      String typed, List<Locale> readers, List<Mistake> mistakes) {
    return typed.isEmpty() ? null : found(named.property("property", typed, readers), mistakes);
  }

  private @Nullable Value valueOfMany(
      String field,
      String typed,
      @Nullable PropertyDocument property,
      String language,
      List<Locale> readers,
      List<Mistake> mistakes) {
    if (typed.isEmpty()) {
      return null;
    }
    if (property == null) {
      mistakes.add(Mistake.of(field, "mistake.value.many"));
      return null;
    }
    return value(field, property.datatype(), typed, language, readers, mistakes);
  }

  private static void putIfAny(Map<String, Object> changes, String field, @Nullable Object to) {
    if (to != null) {
      changes.put(field, to);
    }
  }

  private static @Nullable Edtf valid(String typed, List<Mistake> mistakes) {
    Edtf valid = DateReader.read(typed);
    if (valid == null && !typed.isEmpty()) {
      mistakes.add(Mistake.about("when", "mistake.date", typed));
    }
    return valid;
  }

  private @Nullable Value value(
      String field,
      Datatype datatype,
      String typed,
      String language,
      List<Locale> readers,
      List<Mistake> mistakes) {
    if (typed.isEmpty()) {
      mistakes.add(Mistake.of(field, "mistake.missing.value"));
      return null;
    }
    if (datatype == Datatype.SUBJECT) {
      SubjectId subject = found(named.subject(field, typed, readers), mistakes);
      return subject == null ? null : new Value.SubjectReference(subject);
    }
    Value value = WrittenValue.read(datatype, typed, language, truth(typed, readers));
    if (value == null) {
      String kind = datatype.name().toLowerCase(Locale.ROOT);
      mistakes.add(Mistake.about(field, "mistake.value." + kind, typed));
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
