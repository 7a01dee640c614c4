package org.defter.query.provenance;

import static org.defter.query.provenance.Relation.Kind.ATTRIBUTION;
import static org.defter.query.provenance.Relation.Kind.DERIVATION;
import static org.defter.query.provenance.Relation.Kind.GENERATION;
import static org.defter.query.provenance.Relation.Kind.USAGE;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.defter.core.fact.Citation;
import org.defter.core.id.SourceId;
import org.defter.query.provenance.Element.Kind;
import org.defter.query.provenance.Recorded.Reading;
import org.jspecify.annotations.Nullable;

/** Tells a bundle what facts rest on: passages, the transcriptions they stand in, the sources. */
final class Evidence {

  private final Names names;
  private final Bundle bundle;
  private final Acts acts;
  private final Map<Name, Reading> readings = new HashMap<>();

  Evidence(Names names, Bundle bundle, Acts acts, List<Reading> readings) {
    this.names = names;
    this.bundle = bundle;
    this.acts = acts;
    for (Reading reading : readings) {
      this.readings.put(Names.transcription(reading.source(), reading.revision()), reading);
    }
  }

  /** The passage of a citation, quoted from its transcription. */
  Name passage(Citation citation) {
    Name passage = Names.passage(citation);
    if (bundle.element(passage) == null) {
      bundle.add(
          new Element(
              Kind.ENTITY,
              passage,
              null,
              List.of(
                  Attribute.type(Terms.PASSAGE),
                  new Attribute(
                      Attribute.VALUE,
                      new Attribute.Literal(
                          citation.passage().exact(), null, citation.passage().language().value())),
                  Attribute.number(Terms.PARAGRAPH, citation.passage().paragraph()),
                  Attribute.location(names.page(citation)))));
      bundle.add(
          Relation.in(
              null,
              DERIVATION,
              passage,
              transcription(citation.source(), citation.passage().revision()),
              Attribute.type(Terms.QUOTATION)));
    }
    return passage;
  }

  /** Which activity wrote the revision that this event was; null where no citation needed it. */
  @Nullable Name writtenBy(String eventId) {
    return readings.values().stream()
        .filter(reading -> reading.occurrence().eventId().equals(eventId))
        .map(reading -> Names.command(reading.occurrence().commandId()))
        .filter(act -> bundle.element(act) != null)
        .findFirst()
        .orElse(null);
  }

  private Name transcription(SourceId id, int revision) {
    Name text = Names.transcription(id, revision);
    if (bundle.element(text) != null) {
      return text;
    }
    Name source = names.of(id);
    bundle.add(named(source, Terms.SOURCE, "source " + id.value()));
    bundle.add(
        named(
            text,
            Terms.TRANSCRIPTION,
            "transcription of " + id.value() + ", revision " + revision));
    bundle.add(Relation.of(DERIVATION, text, source));
    Reading reading = readings.get(text);
    if (reading != null) {
      written(text, reading);
    }
    return text;
  }

  private void written(Name text, Reading reading) {
    var by = reading.occurrence();
    Name act =
        reading.deposited()
            ? acts.of(by, Terms.DEPOSITING, "deposited the source", null)
            : acts.of(by, Terms.TRANSCRIBING, "revised the transcription", reading.why());
    bundle.add(Relation.at(by.time(), GENERATION, text, act));
    bundle.add(Relation.of(ATTRIBUTION, text, Names.actor(by.actor())));
    if (reading.revision() > 1) {
      Name before = transcription(reading.source(), reading.revision() - 1);
      bundle.add(Relation.of(USAGE, act, before));
      bundle.add(Relation.in(act, DERIVATION, text, before, Attribute.type(Terms.REVISION)));
    }
  }

  private static Element named(Name name, Name type, String label) {
    return new Element(
        Kind.ENTITY, name, null, List.of(Attribute.type(type), Attribute.label(label)));
  }
}
