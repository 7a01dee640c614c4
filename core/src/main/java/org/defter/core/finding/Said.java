package org.defter.core.finding;

import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Fact;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * What a fact said when somebody decided about it.
 *
 * @param fact which fact
 * @param version its version then
 * @param subject what it was about
 * @param property what it said of it
 * @param value what it said it is
 * @param valid when it held; null where it did not say
 */
public record Said(
    FactId fact,
    long version,
    SubjectId subject,
    PropertyId property,
    Value value,
    @Nullable Edtf valid) {

  static Said by(Fact fact) {
    Statement statement = fact.statement();
    return new Said(
        fact.id(),
        fact.version(),
        statement.subject(),
        statement.property(),
        statement.value(),
        statement.valid());
  }

  /** Whether a later statement of the fact says the same; its citations may be others. */
  public boolean holdsFor(Statement now) {
    return equals(new Said(fact, version, now.subject(), now.property(), now.value(), now.valid()));
  }
}
