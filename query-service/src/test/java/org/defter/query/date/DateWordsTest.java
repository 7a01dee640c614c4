package org.defter.query.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.defter.core.edtf.Edtf;
import org.defter.query.GeneratedDates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTest {
  @ParameterizedTest
  @CsvFileSource(resources = "/dates/words.tsv", delimiter = '\t', useHeadersInDisplayName = true)
  void saysADateAsPeopleDo(String written, String english, String russian, String azerbaijani) {
    Edtf date = Edtf.parse(written);

    assertThat(words("en").say(date)).isEqualTo(english);
    assertThat(words("ru").say(date)).isEqualTo(russian);
    assertThat(words("az").say(date)).isEqualTo(azerbaijani);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ru", "az"})
  void findsWordsForEveryDate(String language) {
    GeneratedDates dates = new GeneratedDates(7);
    Set<String> said = new HashSet<>();
    for (int turn = 0; turn < 10_000; turn++) {
      Edtf date = dates.next();
      String words = words(language).say(date);
      assertThat(words).as(date.text()).isNotBlank().doesNotContain("{", "}", "null");
      said.add(words);
    }
    assertThat(said).hasSizeGreaterThan(5_000);
  }

  @Test
  void speaksTheFirstLanguageTheReaderAndItHaveInCommon() {
    Edtf date = Edtf.parse("1972~");

    assertThat(DateWords.in(List.of(Locale.of("ar"), Locale.of("ru", "AZ"))).say(date))
        .isEqualTo("около 1972 года");
    assertThat(DateWords.in(List.of(Locale.of("ar"))).say(date)).isEqualTo("circa 1972");
    assertThat(DateWords.in(List.of()).say(date)).isEqualTo("circa 1972");
  }

  @Test
  void hasTheSameWordsInEveryLanguage() throws IOException {
    Set<String> english = names("en");

    assertThat(names("ru")).isEqualTo(english);
    assertThat(names("az")).isEqualTo(english);
  }

  /** The entries without their cases, and without those that a language may do without. */
  private static Set<String> names(String language) throws IOException {
    Properties entries = new Properties();
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(
                DateWords.class.getResourceAsStream("/dates/words_" + language + ".properties")),
            StandardCharsets.UTF_8)) {
      entries.load(file);
    }
    return entries.stringPropertyNames().stream()
        .map(name -> name.replaceFirst("\\.(gen|acc|of|day|abl|dat|loc|case\\d)$", ""))
        .filter(name -> !name.startsWith("ending"))
        .filter(name -> !name.equals("year.early") && !name.equals("year.far"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static DateWords words(String language) {
    return DateWords.in(List.of(Locale.of(language)));
  }
}
