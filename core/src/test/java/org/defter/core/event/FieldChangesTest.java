package org.defter.core.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FieldChangesTest {

  private static final Statement SIXTY = members("60", null, List.of(), citation(1));

  @Test
  void findsNothingWhereNothingChanged() {
    assertThat(FieldChanges.between(SIXTY, Standing.ACCEPTED, SIXTY, Standing.ACCEPTED)).isEmpty();
  }

  @Test
  void showsAValueBeforeAndAfter() {
    Statement after = members("57", null, List.of(), citation(1));

    assertThat(between(SIXTY, after))
        .containsExactly(
            "value: {\"type\":\"quantity\",\"amount\":\"60\"} ->"
                + " {\"type\":\"quantity\",\"amount\":\"57\"}");
  }

  @Test
  void showsADateThatWasAddedAndOneThatWasTakenAway() {
    Statement dated = members("60", Edtf.parse("1991-12/.."), List.of(), citation(1));

    assertThat(between(SIXTY, dated)).containsExactly("valid: null -> \"1991-12/..\"");
    assertThat(between(dated, SIXTY)).containsExactly("valid: \"1991-12/..\" -> null");
  }

  @Test
  void showsEachFurtherCitationByItsNumber() {
    Statement after = members("60", null, List.of(), citation(1), citation(3));

    List<FieldChange> changes =
        FieldChanges.between(SIXTY, Standing.ACCEPTED, after, Standing.ACCEPTED);

    assertThat(changes).extracting(FieldChange::field).containsExactly("citations[3]");
    assertThat(changes.getFirst().before()).isNull();
    assertThat(String.valueOf(changes.getFirst().after())).contains("\"number\":3");
  }

  @Test
  void showsQualifiersThatAppear() {
    Statement after =
        members(
            "60",
            null,
            List.of(
                new Qualifier(
                    new PropertyId("claimed-by"),
                    new Value.Text("the source", LanguageTag.UNDETERMINED))),
            citation(1));

    assertThat(between(SIXTY, after)).singleElement().asString().startsWith("qualifiers: null ->");
  }

  @Test
  void showsTheStandingLast() {
    Statement after = members("57", null, List.of(), citation(1));

    assertThat(FieldChanges.between(SIXTY, Standing.ACCEPTED, after, Standing.RETRACTED))
        .extracting(FieldChange::field)
        .containsExactly("value", "standing");
  }

  private static List<String> between(Statement before, Statement after) {
    return FieldChanges.between(before, Standing.ACCEPTED, after, Standing.ACCEPTED).stream()
        .map(change -> change.field() + ": " + change.before() + " -> " + change.after())
        .toList();
  }

  private static Statement members(
      String amount, @Nullable Edtf valid, List<Qualifier> qualifiers, Citation... citations) {
    return new Statement(
        new SubjectId("oic"),
        new PropertyId("number-of-members"),
        new Quantity(amount, null, false),
        qualifiers,
        valid,
        Certainty.CERTAIN,
        List.of(citations),
        null);
  }

  private static Citation citation(int number) {
    return new Citation(
        number,
        new SourceId("essay"),
        new Passage(1, new LanguageTag("en"), 3, "so many members", "has ", " now", 10, 25),
        null,
        Certainty.CERTAIN);
  }
}
