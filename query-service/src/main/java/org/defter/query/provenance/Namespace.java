package org.defter.query.provenance;

/**
 * A namespace of qualified names (PROV-DM, section 5.7.1).
 *
 * @param prefix as declared in every serialization; none of them is a word of PROV-N
 * @param uri what stands before the local part
 */
record Namespace(String prefix, String uri) {

  static final Namespace PROV = new Namespace("prov", "http://www.w3.org/ns/prov#");
  static final Namespace XSD = new Namespace("xsd", "http://www.w3.org/2001/XMLSchema#");
  static final Namespace RDFS = new Namespace("rdfs", "http://www.w3.org/2000/01/rdf-schema#");

  /** The archive's own types and attributes, listed in docs/provenance.md. */
  static final Namespace DEFTER = new Namespace("defter", "urn:defter:term:");

  Name name(String local) {
    return new Name(this, local);
  }
}
