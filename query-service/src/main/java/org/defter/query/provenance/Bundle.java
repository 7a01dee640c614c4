package org.defter.query.provenance;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Descriptions that belong together, and have a name themselves so that their own provenance can be
 * told (PROV-DM, section 5.4). Each element is described once, each relation told once.
 */
final class Bundle {

  private final Name id;
  private final Map<Name, Element> elements = new LinkedHashMap<>();
  private final Set<Relation> relations = new LinkedHashSet<>();

  Bundle(Name id) {
    this.id = id;
  }

  Name id() {
    return id;
  }

  /** Says something of an element, beside what was said of it before. */
  void add(Element element) {
    elements.merge(element.id(), element, Element::and);
  }

  void add(Relation relation) {
    relations.add(relation);
  }

  @Nullable Element element(Name name) {
    return elements.get(name);
  }

  Collection<Element> elements() {
    return Collections.unmodifiableCollection(elements.values());
  }

  Set<Relation> relations() {
    return Collections.unmodifiableSet(relations);
  }
}
