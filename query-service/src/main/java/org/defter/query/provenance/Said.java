package org.defter.query.provenance;

import java.util.ArrayList;
import java.util.List;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;

/** What a version of a fact says, as attributes of an entity. */
final class Said {

  private Said() {}

  static List<Attribute> by(Statement statement, Standing standing, long version, Names names) {
    List<Attribute> said = new ArrayList<>();
    said.add(Attribute.type(Terms.VERSION));
    said.add(Attribute.label("version " + version));
    said.add(Attribute.number(Terms.VERSION_NUMBER, version));
    said.add(Attribute.words(Terms.STANDING, standing.word()));
    said.add(new Attribute(Terms.SUBJECT, names.of(statement.subject())));
    said.add(new Attribute(Terms.PROPERTY, names.of(statement.property())));
    said.add(new Attribute(Attribute.VALUE, value(statement.value(), names)));
    if (statement.valid() != null) {
      said.add(Attribute.words(Terms.VALID, statement.valid().text()));
    }
    said.add(Attribute.words(Terms.CERTAINTY, statement.certainty().word()));
    for (Citation citation : statement.citations()) {
      said.add(new Attribute(Terms.CITES, Names.passage(citation)));
    }
    if (statement.uncitedReason() != null) {
      said.add(Attribute.words(Terms.UNCITED, statement.uncitedReason()));
    }
    return said;
  }

  private static Attribute.Value value(Value value, Names names) {
    return switch (value) {
      case Value.Text text -> new Attribute.Literal(text.text(), null, text.language().value());
      case Value.SubjectReference(var subject) -> names.of(subject);
      case Value.Date(var edtf) -> plain(edtf.text());
      case Quantity(var amount, var unit, var approximate) ->
          plain((approximate ? "≈ " : "") + amount + (unit == null ? "" : " " + unit));
      case Value.Truth(var truth) ->
          new Attribute.Literal(String.valueOf(truth), Namespace.XSD.name("boolean"), null);
      case Value.Span(var duration) ->
          new Attribute.Literal(duration, Namespace.XSD.name("duration"), null);
      case Value.Link(var uri) -> new Attribute.Literal(uri, Namespace.XSD.name("anyURI"), null);
      case Value.Point(var latitude, var longitude) -> plain(latitude + ", " + longitude);
    };
  }

  private static Attribute.Literal plain(String text) {
    return new Attribute.Literal(text, null, null);
  }
}
