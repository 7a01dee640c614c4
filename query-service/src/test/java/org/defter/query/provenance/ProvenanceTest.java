package org.defter.query.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.defter.core.event.EventType;
import org.defter.core.fact.FactEvent;
import org.defter.core.id.Actor;
import org.defter.query.provenance.Recorded.Occurrence;
import org.junit.jupiter.api.Test;

/** Read and judged by ProvToolbox. */
class ProvenanceTest {

  private static final String PROV_N = ProvN.write(EventfulFact.document());

  @Test
  void holdsToTheConstraintsOfProv() {
    assertThat(ProvToolbox.violations(ProvToolbox.readN(PROV_N))).isEmpty();
  }

  @Test
  void theValidatorFindsWhatIsImpossible() {
    String bundle = "bundle history:F.1/11\n";
    assertThat(PROV_N).contains(bundle);
    for (String impossible :
        List.of(
            "wasDerivedFrom(fact:F.1/versions/1, fact:F.1/versions/3, -, -, -)",
            "wasGeneratedBy(fact:F.1/versions/2, command:command-2, 2027-01-01T00:00:00Z)",
            "specializationOf(fact:F.1, fact:F.1/versions/2)",
            "activity(fact:F.1, -, -)")) {
      String broken = PROV_N.replace(bundle, bundle + "  " + impossible + "\n");
      assertThat(ProvToolbox.violations(ProvToolbox.readN(broken))).as(impossible).isNotEmpty();
    }
  }

  @Test
  void provJsonSaysTheSameAsProvN() {
    var json =
        ProvToolbox.statements(ProvToolbox.readJson(ProvJson.write(EventfulFact.document())));

    assertThat(json)
        .hasSizeGreaterThan(100)
        .containsExactlyElementsOf(ProvToolbox.statements(ProvToolbox.readN(PROV_N)));
  }

  @Test
  void everyKindOfEventOfAFactIsAnActivity() {
    Actor somebody = new Actor("somebody", null, "archivist");
    for (EventType type : EventType.values()) {
      if (FactEvent.class.isAssignableFrom(type.eventClass())) {
        Bundle bundle = new Bundle(Names.archive());
        Name act =
            new Acts(EventfulFact.NAMES, bundle)
                .ofFact(
                    new Occurrence("e", type.typeName(), Instant.EPOCH, somebody, null, "c", "c"),
                    null);
        assertThat(bundle.element(act)).as(type.typeName()).isNotNull();
      }
    }
  }

  @Test
  void escapesTheFullStopThatAnIdentifierEndsIn() {
    Bundle bundle = new Bundle(Names.archive());
    bundle.add(
        new Element(Element.Kind.ENTITY, Terms.FACT.namespace().name("a.b."), null, List.of()));

    assertThat(ProvN.write(new Document(List.of(), bundle, List.of())))
        .contains("entity(defter:a.b\\.)");
  }

  @Test
  void eachElementAndRelationIsReadBack() {
    Document document = EventfulFact.document();
    List<Object> told = new ArrayList<>();
    document
        .all()
        .forEach(bundle -> {
          told.addAll(bundle.elements());
          told.addAll(bundle.relations());
        });

    assertThat(ProvToolbox.statements(ProvToolbox.readN(PROV_N))).hasSameSizeAs(told);
  }
}
