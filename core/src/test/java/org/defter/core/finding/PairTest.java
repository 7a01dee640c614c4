package org.defter.core.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.defter.core.edtf.Edtf;
import org.defter.core.fact.Certainty;
import org.defter.core.fact.Qualifier;
import org.defter.core.fact.Statement;
import org.defter.core.id.PropertyId;
import org.defter.core.id.SubjectId;
import org.defter.core.value.LanguageTag;
import org.defter.core.value.Quantity;
import org.defter.core.value.Value;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class PairTest {

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/finding/contradictions.csv", delimiter = '|', numLinesToSkip = 1)
  void contradicts(
      String what,
      String oneValue,
      @Nullable String oneTime,
      String otherValue,
      @Nullable String otherTime,
      String grade) {
    Statement one = statement("oic", oneValue, oneTime, null);
    Statement other = statement("oic", otherValue, otherTime, null);

    assertThat(word(pair(one, other).contradiction())).as(what).isEqualTo(grade);
    assertThat(word(pair(other, one).contradiction())).as("%s, turned", what).isEqualTo(grade);
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/finding/repetitions.csv", delimiter = '|', numLinesToSkip = 1)
  void repeats(
      String what,
      String oneValue,
      @Nullable String oneTime,
      @Nullable String oneCircumstances,
      String otherValue,
      @Nullable String otherTime,
      @Nullable String otherCircumstances,
      String grade) {
    Statement one = statement("oic", oneValue, oneTime, oneCircumstances);
    Statement other = statement("oic", otherValue, otherTime, otherCircumstances);

    assertThat(word(pair(one, other).repetition())).as(what).isEqualTo(grade);
    assertThat(word(pair(other, one).repetition())).as("%s, turned", what).isEqualTo(grade);
  }

  @Test
  void twoSubjectsAreNotCompared() {
    Statement one = statement("oic", "q:60", null, null);

    assertThat(pair(one, statement("un", "q:57", null, null)).contradiction()).isNull();
    assertThat(pair(one, statement("un", "q:60", null, null)).repetition()).isNull();
  }

  @Test
  void aMergedSubjectIsTheOneItWasMergedInto() {
    Statement jeddah = statement("jeddah", "q:60", null, null);

    assertThat(pair(jeddah, statement("jidda", "q:57", null, null)).contradiction())
        .isEqualTo(Grade.POSSIBLE);
    assertThat(pair(jeddah, statement("jidda", "q:60", null, null)).repetition())
        .isEqualTo(Grade.CERTAIN);
  }

  private static Pair pair(Statement one, Statement other) {
    return new Pair(one, other, id -> id.value().equals("jidda") ? new SubjectId("jeddah") : id);
  }

  private static String word(@Nullable Grade grade) {
    return grade == null ? "none" : grade.word();
  }

  private static Statement statement(
      String subject, String value, @Nullable String valid, @Nullable String circumstances) {
    return new Statement(
        new SubjectId(subject),
        new PropertyId("said"),
        value(value),
        circumstances == null ? List.of() : qualifiers(circumstances),
        valid == null ? null : Edtf.parse(valid),
        Certainty.CERTAIN,
        List.of(),
        "made up");
  }

  private static List<Qualifier> qualifiers(String circumstances) {
    return Arrays.stream(circumstances.split(";"))
        .map(each -> each.split("="))
        .map(parts -> new Qualifier(new PropertyId(parts[0]), value("t:" + parts[1])))
        .toList();
  }

  private static Value value(String written) {
    String text = written.substring(2);
    return switch (written.charAt(0)) {
      case 't' -> text(text);
      case 's' -> new Value.SubjectReference(new SubjectId(text));
      case 'd' -> new Value.Date(Edtf.parse(text));
      case 'q' -> Quantity.parse(text);
      case 'b' -> new Value.Truth(Boolean.parseBoolean(text));
      case 'p' -> new Value.Span(text);
      case 'u' -> new Value.Link(text);
      case 'g' -> point(text.split(","));
      default -> throw new IllegalArgumentException(written);
    };
  }

  private static Value text(String text) {
    int at = text.indexOf('@');
    return at < 0
        ? new Value.Text(text, new LanguageTag("en"))
        : new Value.Text(text.substring(0, at), new LanguageTag(text.substring(at + 1)));
  }

  private static Value point(String[] degrees) {
    return new Value.Point(Double.parseDouble(degrees[0]), Double.parseDouble(degrees[1]));
  }
}
