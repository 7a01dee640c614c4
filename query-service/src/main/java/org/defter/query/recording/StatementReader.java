package org.defter.query.recording;

import static org.defter.query.recording.ValueReader.found;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Statement;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Value;
import org.defter.query.date.DateReader;
import org.defter.readmodel.document.PropertyDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads typed statements: looks names up, and reads values and dates. */
@Component
public final class StatementReader {

  private final Named named;
  private final ValueReader values;
  private final QualifierReader qualifiers;

  StatementReader(Named named, ValueReader values, QualifierReader qualifiers) {
    this.named = named;
    this.values = values;
    this.qualifiers = qualifiers;
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
            : values.read(
                "value", property.datatype(), typed.value(), typed.language(), readers, mistakes);
    QualifierReader.Read circumstances = qualifiers.read(typed.qualifiers(), readers, mistakes);
    Edtf valid = valid(typed.valid(), mistakes);
    Statement statement =
        subject == null || property == null || value == null || !mistakes.isEmpty()
            ? null
            : new Statement(
                subject,
                new PropertyId(property.id()),
                value,
                circumstances.qualifiers(),
                valid,
                certainty(typed.certainty()),
                List.of(),
                null);
    return new ReadStatement(
        statement,
        property == null ? null : property.datatype(),
        circumstances.datatypes(),
        new Mistakes(mistakes));
  }

  /** A date in words or EDTF; null for none. */
  static @Nullable Edtf valid(String typed, List<Mistake> mistakes) {
    Edtf valid = DateReader.read(typed);
    if (valid == null && !typed.isEmpty()) {
      mistakes.add(Mistake.about("when", "mistake.date", typed));
    }
    return valid;
  }

  static Certainty certainty(String typed) {
    for (Certainty certainty : Certainty.values()) {
      if (certainty.word().equals(typed)) {
        return certainty;
      }
    }
    return Certainty.CERTAIN;
  }
}
