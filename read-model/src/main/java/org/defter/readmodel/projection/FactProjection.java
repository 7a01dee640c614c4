package org.defter.readmodel.projection;

import java.util.List;
import org.defter.core.event.RecordedEvent;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Statement;
import org.defter.core.source.Passage;
import org.defter.core.value.Value;
import org.defter.readmodel.document.FactDocument;
import org.defter.readmodel.document.Likeness;

/** The document of a fact as an event leaves it. */
final class FactProjection {

  private FactProjection() {}

  static FactDocument document(FactEvent event, PublishedEvent published) {
    RecordedEvent recorded = published.recorded();
    Statement statement = event.statement();
    var reason = event.why();
    return new FactDocument(
        event.id().value(),
        recorded.version(),
        event.standing(),
        statement.subject().value(),
        statement.property().value(),
        statement.value().datatype(),
        statement.certainty(),
        statement,
        Values.fields(statement.value()),
        text(statement).build(),
        quote(statement).build(),
        context(statement).build(),
        statement.valid() == null ? null : ValidTimes.fields(statement.valid()),
        sources(statement),
        statement.citations().stream().map(FactProjection::passage).distinct().toList(),
        statement.citations().size(),
        statement.qualifiers().stream()
            .map(is -> is.property().value() + "=" + Values.keyword(is.value()))
            .toList(),
        Likeness.of(statement),
        recorded.origin().actor().id(),
        recorded.origin().actor().name(),
        recorded.recordTime(),
        event.type().typeName(),
        reason == null ? null : reason.type(),
        reason == null ? null : reason.text(),
        recorded.eventId(),
        published.position(),
        event instanceof FactEvent.FactMerged merged ? merged.into().value() : null,
        FactDocument.digest(statement, event.standing()),
        null);
  }

  static List<String> sources(Statement statement) {
    return statement.citations().stream().map(at -> at.source().value()).distinct().toList();
  }

  private static String passage(Citation citation) {
    return citation.source().value() + "#" + citation.passage().paragraph();
  }

  private static Words text(Statement statement) {
    Words words = new Words();
    if (statement.value() instanceof Value.Text text) {
      words.add(text.language(), text.text());
    }
    statement.qualifiers().stream()
        .filter(is -> is.value() instanceof Value.Text)
        .map(is -> (Value.Text) is.value())
        .forEach(text -> words.add(text.language(), text.text()));
    return words;
  }

  private static Words quote(Statement statement) {
    Words words = new Words();
    statement.citations().stream()
        .map(Citation::passage)
        .forEach(passage -> words.add(passage.language(), passage.exact()));
    return words;
  }

  private static Words context(Statement statement) {
    Words words = new Words();
    for (Citation citation : statement.citations()) {
      Passage passage = citation.passage();
      words.add(passage.language(), passage.prefix() + passage.exact() + passage.suffix());
    }
    return words;
  }
}
