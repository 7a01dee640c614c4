package org.defter.core.property;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.defter.core.detail.Detail;
import org.defter.core.value.Datatype;
import org.defter.core.value.InvalidValue;
import org.defter.core.value.Label;
import org.defter.core.value.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * What a term of the vocabulary means.
 *
 * @param labels what it is called, at least one
 * @param datatype the kind of value it takes; never changes
 * @param singleValued whether a subject can have only one value at a time
 * @param scopeNote when to use it (SKOS scopeNote); null where none is given
 */
public record PropertyDefinition(
    List<Label> labels,
    Datatype datatype,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean singleValued,
    @Nullable String scopeNote) {

  public PropertyDefinition {
    labels = List.copyOf(labels);
    if (labels.isEmpty()) {
      throw new InvalidValue("labels", Detail.of("property.no-label"));
    }
    if (scopeNote != null) {
      PlainText.document("scopeNote", scopeNote);
    }
  }
}
