package org.defter.ingest.property;

import java.util.List;
import org.defter.core.decision.Refusal;
import org.defter.core.id.PropertyId;
import org.defter.core.property.PropertyCommand.DefineProperty;
import org.defter.core.property.PropertyCommand.ReviseProperty;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.property.PropertyEvent;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.defter.ingest.AggregateFixture;
import org.defter.ingest.FakeArchive;
import org.junit.jupiter.api.Test;

class PropertyAggregateTest {

  private static final PropertyId ID = new PropertyId("founded");
  private static final PropertyDefinition DATE = definition(Datatype.DATE, false);
  private static final PropertyEvent DEFINED = new PropertyEvent.PropertyDefined(ID, DATE);

  private final AggregateFixture<PropertyAggregate> fixture =
      new AggregateFixture<>(PropertyAggregate.class, new FakeArchive());

  private static PropertyDefinition definition(Datatype datatype, boolean singleValued) {
    return new PropertyDefinition(
        List.of(new Label("founded", new LanguageTag("en"))), datatype, singleValued, null);
  }

  @Test
  void definesAProperty() {
    fixture.given(new DefineProperty(ID, DATE)).leadsTo(DEFINED);
  }

  @Test
  void revisesWhatAPropertyMeans() {
    PropertyDefinition single = definition(Datatype.DATE, true);
    fixture
        .given(new ReviseProperty(ID, 1L, single), DEFINED)
        .leadsTo(new PropertyEvent.PropertyRevised(ID, single));
  }

  @Test
  void keepsTheDatatypeForEver() {
    fixture
        .given(new ReviseProperty(ID, 1L, definition(Datatype.TEXT, false)), DEFINED)
        .isRefused(Refusal.WrongDatatype.class, "datatype");
  }

  @Test
  void refusesARevisionOfAnotherVersion() {
    fixture
        .given(new ReviseProperty(ID, 3L, definition(Datatype.DATE, true)), DEFINED)
        .isRefused(Refusal.StaleVersion.class, "If-Match");
  }

  @Test
  void refusesARevisionThatSaysTheSame() {
    fixture
        .given(new ReviseProperty(ID, 1L, DATE), DEFINED)
        .isRefused(Refusal.NothingChanges.class, "definition");
  }
}
