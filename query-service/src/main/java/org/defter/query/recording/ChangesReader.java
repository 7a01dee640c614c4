package org.defter.query.recording;

import static org.defter.query.recording.ValueReader.found;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.defter.core.id.PropertyId;
import org.defter.core.value.Value;
import org.defter.readmodel.document.PropertyDocument;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Reads what is to change in many facts. */
@Component
public final class ChangesReader {

  private final Named named;
  private final ValueReader values;
  private final QualifierReader qualifiers;

  ChangesReader(Named named, ValueReader values, QualifierReader qualifiers) {
    this.named = named;
    this.values = values;
    this.qualifiers = qualifiers;
  }

  /** What was typed, as it is understood. */
  public ReadChanges read(TypedChanges typed, List<Locale> readers) {
    List<Mistake> mistakes = new ArrayList<>();
    TypedStatement to = typed.to();
    PropertyDocument of = property(typed.of(), readers, mistakes);
    PropertyDocument property = property(to.property(), readers, mistakes);
    Map<String, JsonNode> changes = new LinkedHashMap<>();
    if (!to.subject().isEmpty()) {
      put(changes, "subject", found(named.subject("subject", to.subject(), readers), mistakes));
    }
    Value from = value("from", typed.from(), of, to.language(), readers, mistakes);
    put(changes, "property", property == null ? null : new PropertyId(property.id()));
    PropertyDocument stated = property == null ? of : property;
    put(changes, "value", value("value", to.value(), stated, to.language(), readers, mistakes));
    QualifierReader.Read circumstances = qualifiers.read(to.qualifiers(), readers, mistakes);
    boolean anyRow = !TypedQualifier.written(to.qualifiers()).isEmpty();
    if (decided("qualifiers", typed.qualifiers(), anyRow, mistakes)) {
      changes.put("qualifiers", Correction.json(circumstances.qualifiers()));
    }
    if (decided("when", typed.when(), !to.valid().isEmpty(), mistakes)) {
      changes.put("valid", Correction.json(StatementReader.valid(to.valid(), mistakes)));
    }
    if (!to.certainty().isEmpty()) {
      put(changes, "certainty", StatementReader.certainty(to.certainty()));
    }
    if (changes.isEmpty() && mistakes.isEmpty()) {
      mistakes.add(Mistake.of("value", "mistake.changes.none"));
    }
    return new ReadChanges(changes, from, new Mistakes(mistakes));
  }

  /**
   * Whether a part changes to what was typed. Nothing that was typed is passed over in silence, and
   * nothing is taken away because a field was left empty.
   */
  private static boolean decided(
      String field, Handling handling, boolean typed, List<Mistake> mistakes) {
    if (typed != (handling == Handling.REPLACE)) {
      mistakes.add(
          Mistake.of(field, typed ? "mistake.changes.unused" : "mistake.changes." + field));
      return false;
    }
    return handling != Handling.LEAVE;
  }

  private @Nullable PropertyDocument property(
      String typed, List<Locale> readers, List<Mistake> mistakes) {
    return typed.isEmpty() ? null : found(named.property("property", typed, readers), mistakes);
  }

  private @Nullable Value value(
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
    return values.read(field, property.datatype(), typed, language, readers, mistakes);
  }

  private static void put(Map<String, JsonNode> changes, String field, @Nullable Object to) {
    if (to != null) {
      changes.put(field, Correction.json(to));
    }
  }
}
