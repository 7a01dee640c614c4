package org.defter.query.provenance;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An entity, activity or agent (PROV-DM, section 5).
 *
 * @param ended of an activity: when it ended; null where that is not known, and for all else
 */
record Element(Kind kind, Name id, @Nullable Instant ended, List<Attribute> attributes) {

  /** What there is. The word is that of PROV-N and PROV-JSON, the class that of PROV-O. */
  enum Kind {
    ENTITY("entity", "Entity"),
    ACTIVITY("activity", "Activity"),
    AGENT("agent", "Agent");

    private final String word;
    private final String type;

    Kind(String word, String type) {
      this.word = word;
      this.type = type;
    }

    String word() {
      return word;
    }

    Name type() {
      return Namespace.PROV.name(type);
    }
  }

  Element {
    attributes = attributes.stream().distinct().toList();
  }

  /** The same thing, of which both is said. */
  Element and(Element other) {
    return new Element(
        kind,
        id,
        ended == null ? other.ended : ended,
        Stream.concat(attributes.stream(), other.attributes.stream()).toList());
  }

  /** The words it is called by; its name where it has none. */
  String label() {
    return text(Attribute.LABEL, id.local());
  }

  String text(Name attribute, String otherwise) {
    List<String> texts = texts(attribute);
    return texts.isEmpty() ? otherwise : texts.getFirst();
  }

  List<String> texts(Name attribute) {
    return attributes.stream()
        .filter(one -> one.name().equals(attribute))
        .map(Attribute::value)
        .flatMap(value -> value instanceof Attribute.Literal l ? Stream.of(l.text()) : Stream.of())
        .toList();
  }

  /** What it is, but for its kind; in the order in which that was said. */
  List<Name> types() {
    return attributes.stream()
        .filter(one -> one.name().equals(Attribute.TYPE))
        .map(Attribute::value)
        .flatMap(value -> value instanceof Name type ? Stream.of(type) : Stream.of())
        .toList();
  }

  boolean is(Name type) {
    return attributes.contains(Attribute.type(type));
  }
}
