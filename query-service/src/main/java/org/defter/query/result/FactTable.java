package org.defter.query.result;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Statement;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.query.label.Labels;
import org.defter.query.search.SearchAnswer.FoundFact;
import org.jspecify.annotations.Nullable;

/**
 * Facts as rows. The columns are a promise to programs: further ones may come after them, but none
 * is renamed, moved or taken away. Described in docs/search.md.
 */
final class FactTable {

  /** What stands between several values in one cell. */
  private static final String BETWEEN = "; ";

  static final List<String> COLUMNS =
      List.of(
          "id",
          "version",
          "standing",
          "subject",
          "subject_label",
          "property",
          "property_label",
          "value",
          "value_label",
          "datatype",
          "language",
          "unit",
          "valid",
          "certainty",
          "qualifiers",
          "sources",
          "paragraphs",
          "quotes",
          "known_from",
          "known_to");

  private FactTable() {}

  static List<String> row(FoundFact fact, Labels labels) {
    Statement statement = fact.statement();
    List<String> row = new ArrayList<>(COLUMNS.size());
    row.add(fact.id().value());
    row.add(String.valueOf(fact.version()));
    row.add(fact.standing().word());
    row.add(statement.subject().value());
    row.add(labels.of(statement.subject()));
    row.add(statement.property().value());
    row.add(labels.of(statement.property()));
    row.add(written(statement.value()));
    row.add(
        statement.value() instanceof Value.SubjectReference(var subject) ? labels.of(subject) : "");
    row.add(statement.value().datatype().word());
    row.add(statement.value() instanceof Value.Text text ? text.language().value() : "");
    row.add(statement.value() instanceof Quantity quantity ? orEmpty(quantity.unit()) : "");
    row.add(statement.valid() == null ? "" : statement.valid().text());
    row.add(statement.certainty().word());
    row.add(
        joined(
            statement.qualifiers().stream()
                .map(is -> is.property().value() + "=" + written(is.value()))));
    List<Citation> citations = statement.citations();
    row.add(each(citations, citation -> citation.source().value()));
    row.add(each(citations, citation -> String.valueOf(citation.passage().paragraph())));
    row.add(each(citations, citation -> citation.passage().exact()));
    row.add(fact.known().from().toString());
    row.add(orEmpty(fact.known().to()));
    return row;
  }

  /** A value in one line, without its unit and language, which have columns of their own. */
  private static String written(Value value) {
    return switch (value) {
      case Value.Text text -> text.text();
      case Value.SubjectReference reference -> reference.subject().value();
      case Value.Date date -> date.edtf().text();
      case Quantity quantity -> (quantity.approximate() ? "~" : "") + quantity.amount();
      case Value.Truth truth -> Boolean.toString(truth.value());
      case Value.Span span -> span.duration();
      case Value.Link link -> link.uri();
      case Value.Point point -> point.latitude() + "," + point.longitude();
    };
  }

  private static String each(List<Citation> citations, Function<Citation, String> part) {
    return joined(citations.stream().map(part));
  }

  private static String joined(Stream<String> values) {
    return values.collect(Collectors.joining(BETWEEN));
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }
}
