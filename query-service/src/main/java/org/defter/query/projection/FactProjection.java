package org.defter.query.projection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.defter.core.event.RecordedEvent;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Statement;
import org.defter.core.source.Passage;
import org.defter.core.value.Value;
import org.defter.query.document.FactDocument;
import org.defter.query.document.FactDocument.KnownRange;
import org.defter.query.document.Index;
import org.defter.query.document.Likeness;
import org.jspecify.annotations.Nullable;

/**
 * A fact's event becomes the fact as it stands, the version it begins, and the end of the version
 * before it.
 *
 * <p>What a replay, or the second sending of a bulk of which only a part was written, meets: the
 * fact as it stands is there in this version or a later one, and stays; the version is there,
 * perhaps closed by its successor, and stays as it is, since it is only ever added; closing what is
 * closed at the same time changes nothing.
 */
final class FactProjection {

  private FactProjection() {}

  /** Sets the end of the version before; {@code known.gte} stays as it is. */
  record Closing(Instant knownTo, End known) {
    record End(Instant lte) {}
  }

  static List<Change> changes(FactEvent event, PublishedEvent published) {
    RecordedEvent recorded = published.recorded();
    String id = event.id().value();
    List<Change> changes = new ArrayList<>(3);
    changes.add(Projector.put(Index.FACTS, published, document(event, published, null)));
    changes.add(
        new Change.Add(
            Index.FACT_VERSIONS,
            FactDocument.versionId(id, recorded.version()),
            document(event, published, recorded.recordTime())));
    if (recorded.version() > 1) {
      // After the version is added: a reader between the two sees both, never neither.
      changes.add(
          new Change.Amend(
              Index.FACT_VERSIONS,
              FactDocument.versionId(id, recorded.version() - 1),
              new Closing(recorded.recordTime(), new Closing.End(recorded.recordTime()))));
    }
    return changes;
  }

  private static FactDocument document(
      FactEvent event, PublishedEvent published, @Nullable Instant knownFrom) {
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
        statement.citations().stream().map(at -> at.source().value()).distinct().toList(),
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
        knownFrom,
        null,
        knownFrom == null ? null : new KnownRange(knownFrom, null));
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
