package org.defter.query.provenance;

import java.util.List;
import org.defter.core.fact.Citation;
import org.defter.core.id.Actor;
import org.defter.core.id.ArchiveId;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.id.SourceId;

/**
 * What everything is called. What has an address is called by it; the rest are URNs.
 *
 * @param base the archive's address as its reader wrote it, without a slash at the end
 */
record Names(String base) {

  private static final Namespace SYSTEM = new Namespace("system", "urn:defter:");
  private static final Namespace HISTORY = new Namespace("history", "urn:defter:history:");
  private static final Namespace ACTOR = new Namespace("actor", "urn:defter:actor:");
  private static final Namespace ROLE = new Namespace("role", "urn:defter:role:");
  private static final Namespace COMMAND = new Namespace("command", "urn:defter:command:");
  private static final Namespace TEXT = new Namespace("text", "urn:defter:transcription:");
  private static final Namespace PASSAGE = new Namespace("passage", "urn:defter:passage:");

  List<Namespace> namespaces() {
    return List.of(
        Namespace.PROV,
        Namespace.XSD,
        Namespace.RDFS,
        Namespace.DEFTER,
        SYSTEM,
        HISTORY,
        ACTOR,
        ROLE,
        COMMAND,
        TEXT,
        PASSAGE,
        collection("fact"),
        collection("source"),
        collection("subject"),
        collection("property"),
        collection("correction"),
        collection("batch"));
  }

  /** The archive itself, as in the {@code source} of its CloudEvents. */
  static Name archive() {
    return SYSTEM.name("archive");
  }

  /** The history of a fact up to one of its versions. */
  static Name history(FactId fact, long version) {
    return HISTORY.name(fact.value() + "/" + version);
  }

  static Name actor(Actor actor) {
    return ACTOR.name(actor.id());
  }

  static Name role(Actor actor) {
    return ROLE.name(actor.role());
  }

  /** What was done with one command. */
  static Name command(String commandId) {
    return COMMAND.name(commandId);
  }

  static Name transcription(SourceId source, int revision) {
    return TEXT.name(source.value() + "/" + revision);
  }

  static Name passage(Citation citation) {
    var passage = citation.passage();
    return PASSAGE.name(
        "%s/%d/%d-%d"
            .formatted(
                citation.source().value(), passage.revision(), passage.start(), passage.end()));
  }

  Name of(ArchiveId id) {
    return collection(id.kind()).name(id.value());
  }

  Name version(FactId fact, long version) {
    return collection("fact").name(fact.value() + "/versions/" + version);
  }

  Name correction(CorrectionId correction) {
    return of(correction);
  }

  Name batch(String id) {
    return collection("batch").name(id);
  }

  /** Where a person reads a paragraph. */
  String page(Citation citation) {
    var passage = citation.passage();
    return "%s/sources/%s?revision=%d#p%d"
        .formatted(base, citation.source().value(), passage.revision(), passage.paragraph());
  }

  private Namespace collection(String kind) {
    String plural =
        switch (kind) {
          case "property" -> "properties";
          case "batch" -> "batches";
          default -> kind + "s";
        };
    return new Namespace(kind, base + "/api/v1/" + plural + "/");
  }
}
