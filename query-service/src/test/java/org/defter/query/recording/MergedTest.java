package org.defter.query.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.defter.core.edtf.Edtf;
import org.defter.core.event.ArchiveJson;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Statement;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Quantity;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MergedTest {

  private static final TypedQualifier AT_BAKU = new TypedQualifier("at [at]", "Baku [baku]", "");
  private static final TypedQualifier NOTHING = new TypedQualifier("", "", "");
  private static final TypedQualifier AT_SHUSHA = new TypedQualifier("at [at]", "Shusha", "");
  private static final TypedStatement SEEN = typed("60", "1990", "certain");

  @Test
  void takesOverWhatOnlyTheOtherChanged() {
    Merged merged = Merged.of(SEEN, typed("60", "1991", "certain"), typed("57", "1990", "certain"));

    assertThat(merged.statement()).isEqualTo(typed("57", "1991", "certain"));
    assertThat(merged.fields())
        .containsExactly(
            new Merged.Field("value", "60", "60", "57", false),
            new Merged.Field("when", "1990", "1991", "1991", false));
    assertThat(merged.moved()).isTrue();
    assertThat(merged.changes("value")).isTrue();
    assertThat(merged.changes("when")).isFalse();
  }

  @Test
  void leavesToPeopleWhatBothChanged() {
    Merged merged = Merged.of(SEEN, typed("58", "1990", "certain"), typed("57", "1990", "low"));

    assertThat(merged.statement()).isEqualTo(typed("57", "1990", "low"));
    assertThat(merged.fields())
        .containsExactly(
            new Merged.Field("value", "60", "58", "57", true),
            new Merged.Field("certainty", "certain", "certain", "low", false));
  }

  @Test
  void isNoConflictWhereBothWouldHaveItTheSame() {
    TypedStatement same = typed("57", "1990", "certain");

    assertThat(Merged.of(SEEN, same, same).fields())
        .containsExactly(new Merged.Field("value", "60", "57", "57", false));
    assertThat(Merged.of(SEEN, SEEN, SEEN).fields()).isEmpty();
    assertThat(Merged.of(SEEN, SEEN, same).moved()).isFalse();
  }

  @Test
  void bringsCircumstancesTogetherAsOneField() {
    TypedStatement none = SEEN.with(List.of());
    TypedStatement further = SEEN.with(List.of(AT_BAKU, NOTHING, AT_SHUSHA));

    assertThat(Merged.of(SEEN, none, SEEN).statement()).isEqualTo(none);
    assertThat(Merged.of(SEEN, SEEN, SEEN.with(List.of(AT_BAKU, NOTHING))).fields()).isEmpty();
    Merged both = Merged.of(SEEN, none, further);
    assertThat(both.statement()).isEqualTo(further);
    assertThat(both.fields())
        .containsExactly(
            new Merged.Field(
                "qualifiers",
                "at [at]: Baku [baku]",
                "",
                "at [at]: Baku [baku]; at [at]: Shusha",
                true));
  }

  @Test
  void keepsTheEmptyRowsThatWereAskedFor() {
    TypedStatement asking = SEEN.with(List.of(AT_BAKU, NOTHING, NOTHING));

    assertThat(Merged.of(SEEN, SEEN, asking).statement()).isEqualTo(asking);
  }

  @Test
  void changesNothingButWhatWasTyped() {
    assertThat(changes(typed("57", "1990", "certain"), "57", "1990"))
        .isEqualTo("{\"value\":{\"type\":\"quantity\",\"amount\":\"57\"}}");
    assertThat(changes(typed("60", "", "certain"), "60", null)).isEqualTo("{\"valid\":null}");
    assertThat(changes(SEEN, "60", "1990")).isEqualTo("{}");
    assertThat(changes(SEEN.with(List.of(AT_SHUSHA)), "60", "1990"))
        .isEqualTo(
            "{\"qualifiers\":[{\"property\":\"at\",\"value\":{\"type\":\"quantity\",\"amount\":\"1\"}}]}");
  }

  private static String changes(TypedStatement typed, String amount, @Nullable String valid) {
    Statement read =
        new Statement(
            new SubjectId("union"),
            new PropertyId("members"),
            new Quantity(amount, null, false),
            List.of(new Qualifier(new PropertyId("at"), new Quantity("1", null, false))),
            valid == null ? null : Edtf.parse(valid),
            Certainty.CERTAIN,
            List.of(),
            null);
    Map<String, JsonNode> changes = Correction.changes(read, Merged.of(SEEN, SEEN, typed));
    return ArchiveJson.mapper().writeValueAsString(changes);
  }

  private static TypedStatement typed(String value, String valid, String certainty) {
    return new TypedStatement(
        "Union [union]", "members [members]", value, "", List.of(AT_BAKU), valid, certainty);
  }
}
