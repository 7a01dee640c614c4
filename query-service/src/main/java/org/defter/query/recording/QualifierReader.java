package org.defter.query.recording;

import static org.defter.query.recording.TypedQualifier.field;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.defter.core.fact.Qualifier;
import org.defter.core.id.PropertyId;
import org.defter.core.value.Value;
import org.defter.readmodel.document.PropertyDocument;
import org.springframework.stereotype.Component;

/** Reads typed circumstances. */
@Component
final class QualifierReader {

  private final Named named;
  private final ValueReader values;

  QualifierReader(Named named, ValueReader values) {
    this.named = named;
    this.values = values;
  }

  /**
   * Circumstances as they are understood.
   *
   * @param qualifiers those that are clear, in order
   * @param datatypes of each row, by name; empty where it is not known
   */
  record Read(List<Qualifier> qualifiers, List<String> datatypes) {}

  /** What the rows say; what is missing or not clear in them is added to the mistakes. */
  Read read(List<TypedQualifier> rows, List<Locale> readers, List<Mistake> mistakes) {
    List<Qualifier> qualifiers = new ArrayList<>();
    List<String> datatypes = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      TypedQualifier typed = rows.get(row);
      PropertyDocument property =
          typed.isEmpty()
              ? null
              : ValueReader.found(
                  named.property(field(row, "property"), typed.property(), readers), mistakes);
      datatypes.add(property == null ? "" : property.datatype().name());
      if (property != null) {
        Value value =
            values.read(
                field(row, "value"),
                property.datatype(),
                typed.value(),
                typed.language(),
                readers,
                mistakes);
        if (value != null) {
          qualifiers.add(new Qualifier(new PropertyId(property.id()), value));
        }
      }
    }
    return new Read(List.copyOf(qualifiers), List.copyOf(datatypes));
  }
}
