package org.defter.readmodel.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.defter.core.edtf.Edtf;
import org.defter.core.id.SubjectId;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.defter.readmodel.document.DocumentJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValuesTest {

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of(
            new Value.Text("cafe\u0301\u00a0  au lait", Samples.EN), "{'keyword':'café au lait'}"),
        Arguments.of(
            new Value.SubjectReference(new SubjectId("guild")),
            "{'keyword':'guild','subject':'guild'}"),
        Arguments.of(
            new Value.Date(Edtf.parse("1984?")),
            "{'keyword':'1984?','earliest':'1984-01-01','latest':'1984-12-31'}"),
        Arguments.of(new Quantity("70", "%", true), "{'keyword':'~70 %','number':70.0,'unit':'%'}"),
        Arguments.of(new Quantity("1/5", null, false), "{'keyword':'1/5','number':0.2}"),
        Arguments.of(new Value.Truth(false), "{'keyword':'false','boolean':false}"),
        Arguments.of(new Value.Span("P3Y"), "{'keyword':'P3Y'}"),
        Arguments.of(
            new Value.Link("https://example.org/a"), "{'keyword':'https://example.org/a'}"),
        Arguments.of(
            new Value.Point(40.4, 49.9),
            "{'keyword':'40.4,49.9','point':{'lat':40.4,'lon':49.9}}"));
  }

  @ParameterizedTest
  @MethodSource("values")
  void takesValuesApart(Value value, String json) {
    assertThat(DocumentJson.mapper().valueToTree(Values.fields(value)).toString())
        .isEqualTo(json.replace('\'', '"'));
  }
}
