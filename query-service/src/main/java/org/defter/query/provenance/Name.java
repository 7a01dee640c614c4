package org.defter.query.provenance;

/**
 * A qualified name.
 *
 * @param local made of the characters of identifiers, {@code /} and {@code @}
 */
record Name(Namespace namespace, String local) implements Attribute.Value {

  /** The IRI it stands for. */
  String uri() {
    return namespace.uri() + local;
  }

  /** {@code prefix:local}. */
  String qualified() {
    return namespace.prefix() + ":" + local;
  }
}
