package org.defter.query.provenance;

import org.jspecify.annotations.Nullable;

/** Something further that is said of an element or a relation. */
record Attribute(Name name, Value value) {

  /** A name or a literal. */
  sealed interface Value permits Name, Literal {}

  /**
   * A literal.
   *
   * @param datatype null for words
   * @param language of words, BCP 47; null where it is not known, and for all else
   */
  record Literal(String text, @Nullable Name datatype, @Nullable String language)
      implements Value {}

  static final Name TYPE = Namespace.PROV.name("type");
  static final Name LABEL = Namespace.PROV.name("label");
  static final Name VALUE = Namespace.PROV.name("value");
  static final Name LOCATION = Namespace.PROV.name("location");
  static final Name ROLE = Namespace.PROV.name("role");

  static Attribute type(Name type) {
    return new Attribute(TYPE, type);
  }

  static Attribute label(String text) {
    return new Attribute(LABEL, new Literal(text, null, "en"));
  }

  static Attribute location(String address) {
    return new Attribute(LOCATION, new Literal(address, Namespace.XSD.name("anyURI"), null));
  }

  static Attribute words(Name name, String text) {
    return new Attribute(name, new Literal(text, null, null));
  }

  static Attribute number(Name name, long number) {
    return new Attribute(
        name, new Literal(Long.toString(number), Namespace.XSD.name("integer"), null));
  }
}
