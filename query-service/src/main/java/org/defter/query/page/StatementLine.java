package org.defter.query.page;

import java.util.List;
import org.defter.core.fact.Statement;
import org.defter.query.date.DateWords;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;

/**
 * A statement as it is shown.
 *
 * @param subject the subject's label
 * @param subjectAddress its page
 * @param property the property's label
 * @param valid valid time as written; null where the source does not say
 * @param validWords the same in words
 * @param language of the words
 */
public record StatementLine(
    String subject,
    String subjectAddress,
    String property,
    ValueLine value,
    List<QualifierLine> qualifiers,
    @Nullable String valid,
    @Nullable String validWords,
    String language,
    String certainty,
    @Nullable String uncitedReason) {

  /** A circumstance as it is shown. */
  public record QualifierLine(String property, ValueLine value) {}

  static StatementLine of(Statement statement, Labels labels, DateWords words) {
    return new StatementLine(
        labels.of(statement.subject()),
        "/subjects/" + statement.subject().value(),
        labels.of(statement.property()),
        ValueLine.of(statement.value(), labels, words),
        statement.qualifiers().stream()
            .map(q ->
                new QualifierLine(labels.of(q.property()), ValueLine.of(q.value(), labels, words)))
            .toList(),
        statement.valid() == null ? null : statement.valid().text(),
        words.sayIfAny(statement.valid()),
        words.language(),
        statement.certainty().word(),
        statement.uncitedReason());
  }
}
