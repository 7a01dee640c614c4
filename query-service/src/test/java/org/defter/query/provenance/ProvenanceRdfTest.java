package org.defter.query.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.junit.jupiter.api.Test;

/** Read by Apache Jena, JSON-LD through Titanium. */
class ProvenanceRdfTest {

  private static final String PROV = Namespace.PROV.uri();
  private static final Model TURTLE = ModelFactory.createDefaultModel();
  private static final Dataset JSON_LD = DatasetFactory.create();

  static {
    RDFParser.fromString(Turtle.write(EventfulFact.document()), Lang.TURTLE).parse(TURTLE);
    RDFParser.fromString(JsonLd.write(EventfulFact.document()), Lang.JSONLD11).parse(JSON_LD);
  }

  @Test
  void turtleAndJsonLdSayTheSame() {
    Model all = ModelFactory.createDefaultModel().add(JSON_LD.getDefaultModel());
    JSON_LD.listModelNames().forEachRemaining(name -> all.add(JSON_LD.getNamedModel(name)));

    assertThat(TURTLE.size()).isGreaterThan(300);
    assertThat(all.isIsomorphicWith(TURTLE)).isTrue();
  }

  @Test
  void jsonLdKeepsTheBundlesApart() {
    Model ofTheOther = JSON_LD.getNamedModel("urn:defter:history:F2/2");

    assertThat(JSON_LD.getDefaultModel().size()).isLessThan(20);
    assertThat(ofTheOther.contains(version("F2", 2), null)).isTrue();
    assertThat(ofTheOther.contains(version("F.1", 2), null)).isFalse();
  }

  @Test
  void tellsInProvOWhatEachVersionComesOf() {
    assertThat(TURTLE.contains(version("F.1", 2), prov("wasRevisionOf"), version("F.1", 1)))
        .isTrue();
    assertThat(
            TURTLE.contains(
                version("F.1", 3),
                prov("wasDerivedFrom"),
                ResourceFactory.createResource("http://archive.example/api/v1/corrections/C1")))
        .isTrue();
    assertThat(TURTLE.contains(version("F.1", 11), prov("wasDerivedFrom"), version("F2", 1)))
        .isTrue();
    for (String term :
        List.of(
            "wasQuotedFrom",
            "wasAttributedTo",
            "wasAssociatedWith",
            "actedOnBehalfOf",
            "qualifiedDelegation",
            "qualifiedAssociation",
            "wasInformedBy",
            "alternateOf",
            "specializationOf",
            "generatedAtTime",
            "invalidatedAtTime",
            "atLocation")) {
      assertThat(TURTLE.contains(null, prov(term))).as(term).isTrue();
    }
  }

  private static org.apache.jena.rdf.model.Property prov(String term) {
    return ResourceFactory.createProperty(PROV, term);
  }

  private static org.apache.jena.rdf.model.Resource version(String fact, int number) {
    return ResourceFactory.createResource(
        "http://archive.example/api/v1/facts/" + fact + "/versions/" + number);
  }
}
