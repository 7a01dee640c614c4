package org.defter.query.recording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Datatype;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.query.label.Labels;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WrittenValueTest {

  private static final Labels LABELS = new Labels(Map.of("subject/baku", "Baku"));

  @Test
  void readsEveryValueThatItShowsToBeChanged() {
    List<Value> values =
        List.of(
            new Value.Text("новый устав", new LanguageTag("ru")),
            new Value.Date(Edtf.parse("1991-12~")),
            new Quantity("57", null, false),
            new Quantity("70", "%", true),
            new Quantity("1/5", null, false),
            new Quantity("1500000", "people", false),
            new Value.Truth(false),
            new Value.Span("P1Y6M"),
            new Value.Link("https://example.org/page"),
            new Value.Point(40.41, 49.87),
            new Value.Point(-0.00001, 170));
    for (Value value : values) {
      String written = WrittenValue.of(value, LABELS);
      assertThat(WrittenValue.read(value.datatype(), written, "ru", false))
          .as(written)
          .isEqualTo(value);
    }
  }

  @Test
  void writesASubjectAsASuggestionDoes() {
    Value baku = new Value.SubjectReference(new SubjectId("baku"));

    assertThat(WrittenValue.of(baku, LABELS)).isEqualTo("Baku [baku]");
  }

  @Test
  void readsDatesAndQuantitiesAsPeopleTypeThem() {
    assertThat(read(Datatype.DATE, "июнь 2011")).isEqualTo(new Value.Date(Edtf.parse("2011-06")));
    assertThat(read(Datatype.QUANTITY, "1,5 billion"))
        .isEqualTo(new Quantity("1500000000", null, false));
    assertThat(read(Datatype.POINT, "40.41; 49.87")).isEqualTo(new Value.Point(40.41, 49.87));
  }

  @Test
  void readsNothingThatIsNone() {
    assertThat(read(Datatype.DATE, "soon")).isNull();
    assertThat(read(Datatype.QUANTITY, "many")).isNull();
    assertThat(read(Datatype.POINT, "140.41, 49.87")).isNull();
    assertThat(read(Datatype.POINT, "Baku")).isNull();
    assertThat(read(Datatype.DURATION, "three years")).isNull();
    assertThat(read(Datatype.URI, "example")).isNull();
    assertThat(read(Datatype.BOOLEAN, "perhaps")).isNull();
  }

  private static @Nullable Value read(Datatype datatype, String typed) {
    return WrittenValue.read(datatype, typed, "en", null);
  }
}
