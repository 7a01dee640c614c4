package org.defter.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.defter.core.id.SubjectId;
import org.defter.core.subject.SubjectKind;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RowReaderTest {

  private final RowReader reader = new RowReader(Set.of(new SubjectId("summit-7"))::contains);

  static Stream<Arguments> values() {
    return Stream.of(
        Arguments.of("text", "named so@ru", new Value.Text("named so", new LanguageTag("ru"))),
        Arguments.of("text", "named so", new Value.Text("named so", LanguageTag.UNDETERMINED)),
        Arguments.of("text", "a@az-Cyrl", new Value.Text("a", new LanguageTag("az-Cyrl"))),
        Arguments.of("text", "@ru", new Value.Text("@ru", LanguageTag.UNDETERMINED)),
        Arguments.of("entity", "oic", new Value.SubjectReference(new SubjectId("oic"))),
        Arguments.of("place", "Baku", new Value.SubjectReference(new SubjectId("baku"))),
        Arguments.of("quantity", "1/5", new Quantity("1/5", null, false)),
        Arguments.of("quantity", "70 %", new Quantity("70", "%", false)),
        Arguments.of("boolean", "false", new Value.Truth(false)),
        Arguments.of("duration", "3 years", new Value.Span("P3Y")),
        Arguments.of("duration", "1 hour", new Value.Span("PT1H")),
        Arguments.of("duration", "P1Y6M", new Value.Span("P1Y6M")),
        Arguments.of("uri", "https://example.org", new Value.Link("https://example.org")));
  }

  @ParameterizedTest
  @MethodSource("values")
  void readsValues(String datatype, String written, Value value) {
    FactRow row = reader.read(row(Map.of("datatype", datatype, "value", written)));

    assertThat(row.statement().value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "datatype,number,not known",
    "value,'',is empty",
    "value,'  ',is empty",
    "quote,'',is empty",
    "subject,with/slash,not an identifier",
    "property,'',is empty",
    "id,a b,not an identifier",
    "paragraph,0,count from 1",
    "paragraph,one,not a paragraph number",
    "valid,1991-13,month",
    "valid,2006-02-30,2006-02",
    "qualifiers,alone,write name=value",
    "qualifiers,=value,write name=value",
    "qualifiers,name=,write name=value",
  })
  void namesTheColumnAndTheReasonOfABadCell(String column, String written, String reason) {
    assertThatExceptionOfType(BadCell.class)
        .isThrownBy(() -> reader.read(row(Map.of(column, written))))
        .satisfies(bad -> {
          assertThat(bad.column()).isEqualTo(column);
          assertThat(bad.reason().toString()).contains(reason);
        });
  }

  @ParameterizedTest
  @CsvSource({"quantity,many", "boolean,maybe", "duration,a while", "date,yesterday", "uri,here"})
  void namesTheValueColumnWhenItDoesNotFitTheDatatype(String datatype, String written) {
    assertThatExceptionOfType(BadCell.class)
        .isThrownBy(() -> reader.read(row(Map.of("datatype", datatype, "value", written))))
        .satisfies(bad -> assertThat(bad.column()).isEqualTo("value"));
  }

  @Test
  void readsQualifiersByWhatTheyLookLike() {
    FactRow row =
        reader.read(row(Map.of("qualifiers", "at=summit-7; ordinal=7;first=true;under=charter")));

    assertThat(row.qualifiers())
        .containsExactly(
            new Term("at", new Value.SubjectReference(new SubjectId("summit-7"))),
            new Term("ordinal", new Quantity("7", null, false)),
            new Term("first", new Value.Truth(true)),
            new Term("under", new Value.Text("charter", LanguageTag.UNDETERMINED)));
    assertThat(row.mentions()).extracting(Mention::id).contains(new SubjectId("summit-7"));
  }

  @Test
  void makesAnApproximateQuantityOfTheQualifierThatSaysSo() {
    FactRow row =
        reader.read(
            row(Map.of("datatype", "quantity", "value", "5", "qualifiers", "approximate=true")));

    assertThat(row.statement().value()).isEqualTo(new Quantity("5", null, true));
    assertThat(row.qualifiers()).isEmpty();
  }

  @Test
  void keepsTheQualifierOfThatNameOnOtherValues() {
    FactRow row = reader.read(row(Map.of("qualifiers", "approximate=true")));

    assertThat(row.qualifiers()).containsExactly(new Term("approximate", new Value.Truth(true)));
  }

  @Test
  void knowsThatAPlaceIsOneThoughItIsTheSubjectToo() {
    FactRow row = reader.read(row(Map.of("subject", "baku", "datatype", "place", "value", "Baku")));

    assertThat(row.mentions()).extracting(Mention::kind).containsExactly(SubjectKind.PLACE);
  }

  @Test
  void refusesARowOfAnotherWidthThanTheHeader() {
    CsvRow whole = row(Map.of());
    CsvRow cut = new CsvRow(2, whole.columns(), whole.cells().subList(0, 3));

    assertThatExceptionOfType(BadCell.class)
        .isThrownBy(() -> reader.read(cut))
        .withMessageContaining("has 3 cells");
  }

  @Test
  void refusesACellOfTenMegabytesAndOneThatIsNotUtf8() {
    assertThatExceptionOfType(BadCell.class)
        .isThrownBy(() -> reader.read(row(Map.of("value", "a".repeat(10_000_000)))))
        .withMessageContaining("10,000,000 characters");
    assertThatExceptionOfType(BadCell.class)
        .isThrownBy(() -> reader.read(row(Map.of("note", "caf\uFFFF"))))
        .withMessageContaining("not UTF-8");
  }

  private static CsvRow row(Map<String, String> cells) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("id", "");
    all.put("paragraph", "");
    all.put("quote", "words");
    all.put("subject", "someone");
    all.put("property", "said");
    all.put("value", "something");
    all.put("datatype", "text");
    all.put("valid", "");
    all.put("qualifiers", "");
    all.put("note", "");
    all.putAll(cells);
    Map<String, Integer> columns = new LinkedHashMap<>();
    all.keySet().forEach(name -> columns.put(name, columns.size()));
    return new CsvRow(2, columns, List.copyOf(all.values()));
  }
}
