package org.defter.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.defter.core.decision.ReasonType;
import org.defter.core.event.EventType;
import org.defter.core.fact.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts of the pages: all there, in every language, and nowhere else. */
class MessagesTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern KEY = Pattern.compile("#\\{([A-Za-z0-9.-]+)[}(]");

  /** What stands between tags, outside of comments. */
  private static final Pattern OWN_TEXT =
      Pattern.compile("<!--.*?-->|<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>", Pattern.DOTALL);

  private static final Pattern SPOKEN = Pattern.compile("\\p{L}+");
  private static final Pattern SPOKEN_ATTRIBUTE =
      Pattern.compile("\\s(alt|title|aria-label)=\"[^\"]*\\p{L}");

  @ParameterizedTest
  @ValueSource(strings = {"ru", "az"})
  void areTheSameInEveryLanguageWithTheSameArguments(String language) {
    Properties english = messages("");
    Properties translated = messages("_" + language);

    assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      assertThat(arguments(translated, key)).as(key).isEqualTo(arguments(english, key));
      assertThat(translated.getProperty(key)).as(key).isNotBlank();
    }
  }

  @Test
  void areThereForWhateverPagesSay() {
    Set<String> known = messages("").stringPropertyNames();
    Set<String> said =
        templates().values().stream()
            .flatMap(template -> KEY.matcher(template).results())
            .map(found -> found.group(1))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(said).hasSizeGreaterThan(100);
    assertThat(known).containsAll(said);
    assertThat(known)
        .containsAll(keys("event.", EventType.values(), EventType::typeName))
        .containsAll(keys("reason.", ReasonType.values(), ReasonType::word))
        .containsAll(keys("standing.", Standing.values(), Standing::word));
  }

  @Test
  void areNowhereInTemplates() {
    templates()
        .forEach((name, template) -> {
          assertThat(OWN_TEXT.splitAsStream(template).filter(text -> SPOKEN.matcher(text).find()))
              .as(name)
              .isEmpty();
          assertThat(SPOKEN_ATTRIBUTE.matcher(template).results().map(MatchResult::group))
              .as(name)
              .isEmpty();
          assertThat(template).as(name).doesNotContain(" style=", " onclick=", "<style");
        });
  }

  @ParameterizedTest
  @CsvSource({
    "0, Фактов нет",
    "1, 1 факт",
    "2, 2 факта",
    "4, 4 факта",
    "5, 5 фактов",
    "11, 11 фактов",
    "12, 12 фактов",
    "21, 21 факт",
    "22, 22 факта",
    "111, 111 фактов",
    "1001, 1 001 факт"
  })
  void countInRussianAsPeopleDo(long count, String words) {
    assertThat(said("search.found", "ru", count).replace('\u00a0', ' ')).isEqualTo(words);
  }

  @Test
  void countInTheOtherLanguagesToo() {
    assertThat(said("search.found", "en", 0L)).isEqualTo("No facts");
    assertThat(said("search.found", "en", 1L)).isEqualTo("One fact");
    assertThat(said("search.found", "en", 1200L)).isEqualTo("1,200 facts");
    assertThat(said("search.found", "az", 0L)).isEqualTo("Fakt yoxdur");
    assertThat(said("search.found", "az", 21L)).isEqualTo("21 fakt");
    // Of a language that is none of them, English is spoken, whatever the machine speaks.
    assertThat(said("search.found", "de", 2L)).isEqualTo("2 facts");
  }

  private static String said(String key, String language, long count) {
    return new PluralMessages().getMessage(key, new Object[] {count}, Locale.of(language));
  }

  private static Set<String> arguments(Properties messages, String key) {
    return new MessageFormat(messages.getProperty(key), Locale.ENGLISH).getArgumentNames();
  }

  private static <T> List<String> keys(String prefix, T[] all, Function<T, String> word) {
    return Arrays.stream(all).map(one -> prefix + word.apply(one)).toList();
  }

  private static Properties messages(String suffix) {
    String name = "/messages" + suffix + ".properties";
    Properties messages = new Properties();
    try (Reader file =
        new InputStreamReader(
            Objects.requireNonNull(MessagesTest.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      messages.load(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return messages;
  }

  /** By name. */
  private static Map<String, String> templates() {
    try (Stream<Path> files = Files.list(TEMPLATES)) {
      return files.collect(
          Collectors.toMap(file -> file.getFileName().toString(), MessagesTest::text));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
