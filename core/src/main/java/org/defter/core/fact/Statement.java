package org.defter.core.fact;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a fact says, and what supports it.
 *
 * @param subject what it is about
 * @param property what is said of it
 * @param value what it is said to be
 * @param qualifiers circumstances, in order
 * @param valid valid time: when it held; null where the source does not say
 * @param certainty how sure the archivist is that the source says this
 * @param citations in the order they were made
 * @param uncitedReason why there is no citation; null when there is one
 */
public record Statement(
    SubjectId subject,
    PropertyId property,
    Value value,
    List<Qualifier> qualifiers,
    @Nullable Edtf valid,
    Certainty certainty,
    List<Citation> citations,
    @Nullable String uncitedReason) {

  public Statement {
    qualifiers = List.copyOf(qualifiers);
    citations = List.copyOf(citations);
  }

  /** The fields that do not say the same in another statement, by their names. */
  public List<String> fieldsUnlike(Statement other) {
    Map<String, Boolean> same = new LinkedHashMap<>();
    same.put("subject", subject.equals(other.subject));
    same.put("property", property.equals(other.property));
    same.put("value", value.equals(other.value));
    same.put("qualifiers", qualifiers.equals(other.qualifiers));
    same.put("valid", Objects.equals(valid, other.valid));
    same.put("certainty", certainty == other.certainty);
    same.put("citations", citations.equals(other.citations));
    same.put("uncitedReason", Objects.equals(uncitedReason, other.uncitedReason));
    return same.entrySet().stream().filter(field -> !field.getValue()).map(Map.Entry::getKey).toList();
  }

  /** The same statement, resting on these citations. */
  Statement citing(List<Citation> citations) {
    return new Statement(
        subject,
        property,
        value,
        qualifiers,
        valid,
        certainty,
        citations,
        citations.isEmpty() ? uncitedReason : null);
  }
}
