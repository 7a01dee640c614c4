package org.defter.core.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Citation;
import org.defter.core.fact.FactCommand;
import org.defter.core.fact.FactEvent;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Standing;
import org.defter.core.fact.Statement;
import org.defter.core.id.FactId;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SourceId;
import org.defter.core.id.SubjectId;
import org.defter.core.source.Passage;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

class ArchiveJsonTest {

  @Test
  void anEventSurvivesTheStore() {
    FactEvent event =
        new FactEvent.FactCorrected(
            new FactId("S012"),
            new Statement(
                new SubjectId("oic"),
                new PropertyId("number-of-members"),
                new Quantity("57", null, false),
                List.of(
                    new Qualifier(
                        new PropertyId("claimed-by"),
                        new Value.Text("the source", LanguageTag.UNDETERMINED))),
                Edtf.parse("1991-12/.."),
                Certainty.CERTAIN,
                List.of(
                    new Citation(
                        1,
                        new SourceId("essay"),
                        new Passage(
                            1, new LanguageTag("en"), 3, "57 members", "has ", " now", 10, 20),
                        null,
                        Certainty.CERTAIN)),
                null),
            Standing.ACCEPTED,
            new Reason(ReasonType.BETTER_SOURCE, "its own count"));

    String json = ArchiveJson.write(event);

    assertThat(ArchiveJson.read(event.type(), json)).isEqualTo(event);
    assertThat(json).contains("\"valid\":\"1991-12/..\"").doesNotContain("null");
  }

  @Test
  void namesAFieldThatIsMissing() {
    assertThatThrownBy(() -> draft("{\"subject\":\"oic\",\"property\":\"founded\"}"))
        .isInstanceOfSatisfying(
            DatabindException.class, refused -> assertThat(refused.getMessage()).contains("value"));
  }

  @Test
  void namesAFieldThatIsUnknown() {
    assertThatThrownBy(() ->
            draft(
                "{\"subject\":\"oic\",\"property\":\"founded\",\"valeu\":1,"
                    + "\"value\":{\"type\":\"date\",\"edtf\":\"1969\"}}"))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("valeu");
  }

  @Test
  void refusesNullWhereSomethingMustStand() {
    assertThatThrownBy(() ->
            draft(
                "{\"subject\":null,\"property\":\"founded\","
                    + "\"value\":{\"type\":\"date\",\"edtf\":\"1969\"}}"))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("subject");
  }

  @Test
  void refusesATruthValueThatIsLeftOut() {
    assertThatThrownBy(() ->
            draft(
                "{\"subject\":\"oic\",\"property\":\"founded\",\"value\":{\"type\":\"boolean\"}}"))
        .isInstanceOf(JacksonException.class)
        .hasMessageContaining("value");
  }

  @Test
  void takesAListThatIsLeftOutAsEmpty() {
    FactCommand.Draft draft =
        draft(
            "{\"subject\":\"oic\",\"property\":\"founded\",\"uncitedReason\":\"common knowledge\","
                + "\"value\":{\"type\":\"boolean\",\"value\":true}}");

    assertThat(draft.citations()).isEmpty();
    assertThat(draft.qualifiers()).isEmpty();
    assertThat(draft.valid()).isNull();
  }

  private record LeavesOutWhatIsEmpty(
      @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> sources) {}

  @Test
  void readsAListThatWasLeftOutBecauseItIsEmpty() {
    String json = ArchiveJson.mapper().writeValueAsString(new LeavesOutWhatIsEmpty(List.of()));

    assertThat(json).isEqualTo("{}");
    assertThat(ArchiveJson.mapper().readValue(json, LeavesOutWhatIsEmpty.class).sources())
        .isEmpty();
  }

  @Test
  void tellsNoChangeOfTheValidTimeFromTakingItAway() {
    assertThat(changes("{}").valid()).isNull();
    assertThat(changes("{\"valid\":null}").valid()).isEqualTo(new FactCommand.ValidTime(null));
    assertThat(changes("{\"valid\":\"1991-12\"}").valid())
        .isEqualTo(new FactCommand.ValidTime(Edtf.parse("1991-12")));
  }

  private static FactCommand.Changes changes(String json) {
    return ArchiveJson.mapper().readValue(json, FactCommand.Changes.class);
  }

  private static FactCommand.Draft draft(String json) {
    return ArchiveJson.mapper().readValue(json, FactCommand.Draft.class);
  }
}
