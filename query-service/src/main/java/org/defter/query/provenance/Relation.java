package org.defter.query.provenance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How two elements hang together (PROV-DM, section 5).
 *
 * @param from the later, or the more special
 * @param to what it comes of; null where that is not known
 * @param activity of a derivation or a delegation: in which activity; null for none
 * @param at when; null where that is not said
 */
record Relation(
    Kind kind,
    Name from,
    @Nullable Name to,
    @Nullable Name activity,
    @Nullable Instant at,
    List<Attribute> attributes) {

  /** What PROV calls a relation, and its two sides. */
  enum Kind {
    GENERATION("wasGeneratedBy", "entity", "activity"),
    INVALIDATION("wasInvalidatedBy", "entity", "activity"),
    USAGE("used", "activity", "entity"),
    COMMUNICATION("wasInformedBy", "informed", "informant"),
    DERIVATION("wasDerivedFrom", "generatedEntity", "usedEntity"),
    ATTRIBUTION("wasAttributedTo", "entity", "agent"),
    ASSOCIATION("wasAssociatedWith", "activity", "agent"),
    DELEGATION("actedOnBehalfOf", "delegate", "responsible"),
    SPECIALIZATION("specializationOf", "specificEntity", "generalEntity"),
    ALTERNATE("alternateOf", "alternate1", "alternate2");

    private final String word;
    private final String from;
    private final String to;

    Kind(String word, String from, String to) {
      this.word = word;
      this.from = from;
      this.to = to;
    }

    /** In PROV-N, PROV-JSON and PROV-O. */
    String word() {
      return word;
    }

    /** The side it leads from, in PROV-JSON. */
    String from() {
      return from;
    }

    /** The side it leads to, in PROV-JSON. */
    String to() {
      return to;
    }
  }

  Relation {
    attributes = List.copyOf(attributes);
  }

  static Relation of(Kind kind, Name from, Name to) {
    return new Relation(kind, from, to, null, null, List.of());
  }

  static Relation in(@Nullable Name activity, Kind kind, Name from, Name to, Attribute... more) {
    return new Relation(kind, from, to, activity, null, List.of(more));
  }

  static Relation at(Instant time, Kind kind, Name from, @Nullable Name to) {
    return new Relation(kind, from, to, null, time, List.of());
  }

  boolean is(Name type) {
    return attributes.contains(Attribute.type(type));
  }
}
