package org.defter.core.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.defter.core.Lighthouse.defines;

import java.util.List;
import org.defter.core.decision.Decision;
import org.defter.core.decision.Refusal;
import org.defter.core.detail.Detail;
import org.defter.core.id.PropertyId;
import org.defter.core.property.PropertyCommand.DefineProperty;
import org.defter.core.property.PropertyCommand.ReviseProperty;
import org.defter.core.property.PropertyEvent.PropertyDefined;
import org.defter.core.property.PropertyEvent.PropertyRevised;
import org.defter.core.value.Datatype;
import org.defter.core.value.InvalidValue;
import org.junit.jupiter.api.Test;

class PropertyTest {

  private static final PropertyId ID = new PropertyId("lit");
  private static final PropertyDefinition LIT = defines("lit", Datatype.DATE);
  private static final PropertyDefinition FIRST_LIT = defines("first lit", Datatype.DATE);
  private static final PropertyEvent DEFINED = new PropertyDefined(ID, LIT);
  private static final PropertyEvent REVISED = new PropertyRevised(ID, FIRST_LIT);
  private static final Property KNOWN = Property.evolve(null, DEFINED);

  @Test
  void definesATerm() {
    assertThat(Property.decide(null, new DefineProperty(ID, LIT)))
        .isEqualTo(Decision.accept(DEFINED));
  }

  @Test
  void refusesATermThatIsTaken() {
    assertThat(Property.decide(KNOWN, new DefineProperty(ID, FIRST_LIT)))
        .isEqualTo(Decision.refuse(new Refusal.AlreadyExists(ID)));
  }

  @Test
  void revisesATerm() {
    assertThat(Property.decide(KNOWN, new ReviseProperty(ID, 1L, FIRST_LIT)))
        .isEqualTo(Decision.accept(REVISED));
    assertThat(Property.decide(KNOWN, new ReviseProperty(ID, null, FIRST_LIT)))
        .isEqualTo(Decision.accept(REVISED));
  }

  @Test
  void refusesAnotherDatatype() {
    assertThat(Property.decide(KNOWN, new ReviseProperty(ID, 1L, defines("lit", Datatype.TEXT))))
        .isEqualTo(
            Decision.refuse(new Refusal.WrongDatatype("datatype", Datatype.DATE, Datatype.TEXT)));
  }

  @Test
  void refusesToChangeNothing() {
    assertThat(Property.decide(KNOWN, new ReviseProperty(ID, 1L, LIT)))
        .isEqualTo(
            Decision.refuse(new Refusal.NothingChanges("definition", Detail.of("property.same"))));
  }

  @Test
  void refusesToReviseWhatIsNotThere() {
    assertThat(Property.decide(null, new ReviseProperty(ID, null, LIT)))
        .isEqualTo(Decision.refuse(new Refusal.NotFound(ID)));
  }

  @Test
  void refusesAVersionThatHasPassed() {
    Property revised = Property.evolve(KNOWN, REVISED);

    assertThat(Property.decide(revised, new ReviseProperty(ID, 1L, LIT)))
        .isEqualTo(Decision.refuse(new Refusal.StaleVersion(1, 2)));
  }

  @Test
  void replayingEventsGivesTheTermAsItStands() {
    assertThat(Property.evolve(KNOWN, REVISED)).isEqualTo(new Property(ID, FIRST_LIT, 2));
  }

  @Test
  void eventsOutOfOrderAreAnError() {
    assertThatThrownBy(() -> Property.evolve(null, REVISED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("property/lit changes before it begins");
    assertThatThrownBy(() -> Property.evolve(KNOWN, DEFINED))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("property/lit begins a second time");
  }

  @Test
  void refusesATermWithoutALabel() {
    assertThatThrownBy(() -> new PropertyDefinition(List.of(), Datatype.DATE, false, null))
        .isInstanceOfSatisfying(
            InvalidValue.class, refusal -> assertThat(refusal.field()).isEqualTo("labels"));
  }
}
