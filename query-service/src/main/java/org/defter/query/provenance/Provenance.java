package org.defter.query.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.defter.core.id.FactId;
import org.defter.query.provenance.Element.Kind;
import org.defter.query.provenance.Recorded.History;

/**
 * Tells what was recorded as W3C PROV (PROV-DM, Recommendation of 30 April 2013): a bundle for each
 * fact, and whose word the bundles are. Pure, and valid under PROV-CONSTRAINTS.
 */
final class Provenance {

  private Provenance() {}

  static Document of(Recorded recorded, Names names) {
    Map<FactId, History> histories =
        recorded.histories().stream().collect(Collectors.toMap(History::fact, Function.identity()));
    List<Bundle> bundles =
        recorded.histories().stream()
            .map(history -> FactBundle.of(names, history, histories, recorded.readings()))
            .toList();
    return new Document(names.namespaces(), about(recorded, names), bundles);
  }

  /** The provenance of the provenance: the archive says so, as of the newest event in it. */
  private static Bundle about(Recorded recorded, Names names) {
    Bundle about = new Bundle(Names.archive());
    about.add(
        new Element(
            Kind.AGENT,
            Names.archive(),
            null,
            List.of(Attribute.type(Terms.SOFTWARE_AGENT), Attribute.label("the archive"))));
    for (History history : recorded.histories()) {
      long newest = history.events().getLast().version();
      Instant asOf = history.events().getLast().occurrence().time();
      Name bundle = Names.history(history.fact(), newest);
      about.add(
          new Element(
              Kind.ENTITY,
              bundle,
              null,
              List.of(
                  Attribute.type(Terms.BUNDLE),
                  Attribute.label(
                      "history of fact %s up to version %d"
                          .formatted(history.fact().value(), newest)),
                  Attribute.location(names.of(history.fact()).uri() + "/provenance"))));
      about.add(Relation.of(Relation.Kind.ATTRIBUTION, bundle, Names.archive()));
      about.add(Relation.at(asOf, Relation.Kind.GENERATION, bundle, null));
    }
    return about;
  }
}
