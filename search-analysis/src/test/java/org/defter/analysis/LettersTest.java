package org.defter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Which letters a reader may type for which, in every language, as resources/letters.csv says. */
class LettersTest {
  private static final Map<String, AnalyzerFactory> ANALYZERS =
      Map.of(
          "ru", new RussianAnalyzerFactory(),
          "en", new EnglishAnalyzerFactory(),
          "az", new AzerbaijaniAnalyzerFactory(),
          "ar", new ArabicAnalyzerFactory(),
          "any", new AnyLanguageAnalyzerFactory(),
          "name", new NameAnalyzerFactory());

  @ParameterizedTest
  @CsvFileSource(resources = "/letters.csv", numLinesToSkip = 1)
  void matchAsReadersExpect(String language, String typed, String written, boolean found) {
    Reading reading = new Reading(Objects.requireNonNull(ANALYZERS.get(language), language));
    assertThat(reading.finds(typed, written)).as("'%s' in %s", typed, language).isEqualTo(found);
  }
}
