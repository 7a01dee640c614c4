package org.defter.query.search.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import org.defter.query.problem.ProblemException;
import org.defter.query.search.language.Expression.All;
import org.defter.query.search.language.Expression.Any;
import org.defter.query.search.language.Expression.Not;
import org.defter.query.search.language.Expression.Term;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          баку                        | баку
            резолюция  1996           | (резолюция & 1996)
          "Heydar Aliyev" 1994        | ('Heydar Aliyev' & 1994)
          «Об агрессии» “a b” „c d“   | ('Об агрессии' & 'a b' & 'c d')
          "Heydar Aliyev              | (Heydar & Aliyev)
          "новый устав"~3             | 'новый устав'~3
          баку*                       | баку*
          аль-тув*                    | (аль & тув*)
          резолюцыя~                  | резолюцыя~0
          резолюцыя~1                 | резолюцыя~1
          a AND b                     | (a & b)
          a and b                     | (a & and & b)
          a OR b                      | (a / b)
          a or b                      | (a & or & b)
          a b OR c                    | ((a & b) / c)
          a (b OR c)                  | (a & (b / c))
          ((a))                       | a
          NOT a                       | -a
          a -b                        | (a & -b)
          a NOT (b OR c)              | (a & -(b / c))
          +a +b                       | (a & b)
          ОИС - ООН " " && ()         | (ОИС & ООН)
          аль-Тувейджри               | аль-Тувейджри
          subject:oic                 | subject=oic
          Subject: oic                | subject=oic
          property:(a OR "b c") d     | ((property=a / property='b c') & d)
          -quote:"a b"                | -quote='a b'
          10:30 http://a.b Title: x   | (10:30 & http://a.b & Title: & x)
          C++ 1990-е                  | (C++ & 1990-е)
          """)
  void readsWhatPeopleWrite(String query, String read) {
    assertThat(shown(QueryParser.parse(query))).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "- & ()", "\"\"", "«»", "…", "*", "~", "+"})
  void findsNothingToLookFor(String query) {
    assertThat(QueryParser.parse(query)).isNull();
  }

  @Test
  void takesSignsForOperatorsAsWellAsCapitals() {
    assertThat(QueryParser.parse("a | b || c")).isEqualTo(QueryParser.parse("a OR b OR c"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      textBlock =
          """
          (a ; the '(' at character 1 is not closed
          a) ; the ')' at character 2 closes nothing
          OR a ; 'OR' at character 1 needs something on both sides
          a AND ; 'AND' at character 3 needs something on both sides
          a OR OR b ; needs something on both sides
          a NOT ; 'NOT' at character 3 has nothing after it
          subject: ; a field at character 1 has nothing after it
          titel:устав ; there is no field 'titel'
          *баку ; a star stands at the end of a word
          ба*ку ; a star stands at the end of a word
          баку~9 ; letters may differ: at most 2
          """)
  void saysWhatToDoAboutWhatCannotBeRead(String query, String detail) {
    assertThat(refusal(query)).contains(detail);
  }

  @Test
  void refusesMoreThanItLooksUp() {
    assertThat(refusal(words(QueryParser.TERMS_LIMIT + 1))).contains("at most 24");
    assertThat(QueryParser.parse(words(QueryParser.TERMS_LIMIT))).isNotNull();
    assertThat(refusal("(".repeat(500) + "a")).contains("nested too deeply");
    assertThat(refusal("NOT ".repeat(200) + "a")).contains("nested too deeply");
  }

  @Test
  void allowsSlipsInWordsButNotInPhrasesNumbersAndWhatMustNotBeThere() {
    assertThat(
            shown(
                parsed("резолюция \"два слова\" 1996 ОИС баку* -резолюция id:резолюция")
                    .tolerant()))
        .isEqualTo("(резолюция~0 & 'два слова' & 1996 & ОИС & баку* & -резолюция & id=резолюция)");
  }

  @Test
  void doesWithoutPrepositionsWhereNothingIsFoundWithThem() {
    assertThat(shown(parsed("مقر في جدة 70").tolerant())).isEqualTo("(مقر & جدة & 70)");
    assertThat(shown(parsed("в на").tolerant())).isEqualTo("(в & на)");
  }

  @Test
  void listsEachTermOnce() {
    assertThat(parsed("a b OR a NOT c").terms())
        .extracting(Term::text)
        .containsExactly("a", "b", "c");
  }

  private static Expression parsed(String query) {
    Expression expression = QueryParser.parse(query);
    assertThat(expression).isNotNull();
    return Objects.requireNonNull(expression);
  }

  private static String words(int count) {
    StringBuilder words = new StringBuilder();
    for (int word = 0; word < count; word++) {
      words.append('w').append(word).append(' ');
    }
    return words.toString();
  }

  private static String refusal(String query) {
    var refused = new String[1];
    assertThatThrownBy(() -> QueryParser.parse(query))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> {
              assertThat(problem.problem().field()).isEqualTo("q");
              refused[0] = problem.problem().detail().toString();
            });
    return refused[0];
  }

  private static String shown(@Nullable Expression expression) {
    return switch (expression) {
      case null -> "nothing";
      case Term term -> field(term) + text(term);
      case All(var parts) -> joined(parts, " & ");
      case Any(var parts) -> joined(parts, " / ");
      case Not(var part) -> "-" + shown(part);
    };
  }

  private static String field(Term term) {
    return term.field() == Field.ANYWHERE ? "" : term.field().name().toLowerCase(Locale.ROOT) + "=";
  }

  private static String text(Term term) {
    return switch (term.match()) {
      case WORD -> term.text();
      case PHRASE -> "'" + term.text() + "'" + (term.distance() == 0 ? "" : "~" + term.distance());
      case PREFIX -> term.text() + "*";
      case FUZZY -> term.text() + "~" + term.distance();
    };
  }

  private static String joined(List<Expression> parts, String by) {
    return parts.stream().map(QueryParserTest::shown).collect(Collectors.joining(by, "(", ")"));
  }
}
