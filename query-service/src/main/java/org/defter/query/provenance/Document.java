package org.defter.query.provenance;

import java.util.List;
import java.util.stream.Stream;

/**
 * A PROV document.
 *
 * @param namespaces of all names in it
 * @param about what is said of the bundles themselves; its own name is not used
 * @param bundles the history of one fact each, that of the fact asked for first
 */
record Document(List<Namespace> namespaces, Bundle about, List<Bundle> bundles) {

  Document {
    namespaces = List.copyOf(namespaces);
    bundles = List.copyOf(bundles);
  }

  /** Everything that is said, wherever. */
  Stream<Bundle> all() {
    return Stream.concat(Stream.of(about), bundles.stream());
  }
}
