package org.defter.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people are told when something is refused is said in every language of the archive. */
class DetailTextsTest {

  private static final Path ROOT = Path.of("..");
  private static final List<Path> MODULES = modules();
  private static final String MAIN = "src/main";

  /** Keys of which the last part is a word of the code: a problem, a role, a kind of thing. */
  private static final List<String> COMPOSED =
      List.of(
          "access.role.",
          "ingest.title.",
          "query.merged.",
          "query.no.",
          "query.not-then.",
          "query.title.",
          "query.version.not-of-");

  private static final Pattern LITERAL =
      Pattern.compile("Detail\\s*\\.of\\(\\s*\"([^\"]+)\"\\s*[,)]");

  private final Properties english = texts("");

  @ParameterizedTest
  @ValueSource(strings = {"ru", "az"})
  void everyTextIsThereAndSpeaksOfTheSame(String language) {
    Properties translated = texts("_" + language);

    assertThat(translated.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : english.stringPropertyNames()) {
      String text = translated.getProperty(key);
      assertThat(text).as(key).isNotBlank();
      assertThat(places(text, language)).as(key).isEqualTo(places(english.getProperty(key), "en"));
    }
  }

  @Test
  void everyModuleHasTextsOfItsOwn() {
    int all =
        MODULES.stream().mapToInt(module -> texts(module, "").stringPropertyNames().size()).sum();

    assertThat(MODULES).hasSizeGreaterThan(1);
    assertThat(english.stringPropertyNames()).hasSize(all).isNotEmpty();
  }

  @Test
  void noTextIsLeftThatNobodySays() {
    String code = code();

    assertThat(COMPOSED).allMatch(family -> code.contains("\"" + family + "\" +"));
    assertThat(english.stringPropertyNames())
        .allMatch(key ->
            code.contains("\"" + key + "\"")
                || COMPOSED.stream().anyMatch(prefix -> isComposed(key, prefix)));
  }

  @Test
  void nobodySaysWhatThereIsNoTextFor() {
    Set<String> said = all(LITERAL, code());

    assertThat(said).hasSizeGreaterThan(100);
    assertThat(english.stringPropertyNames()).containsAll(said);
  }

  private static boolean isComposed(String key, String prefix) {
    return key.startsWith(prefix) && key.indexOf('.', prefix.length()) < 0;
  }

  private static Set<String> places(String text, String language) {
    return new TreeSet<>(new MessageFormat(text, Locale.of(language)).getArgumentNames());
  }

  private static Set<String> all(Pattern pattern, String code) {
    return pattern.matcher(code).results().map(found -> found.group(1)).collect(Collectors.toSet());
  }

  private static Properties texts(String suffix) {
    Properties all = new Properties();
    MODULES.forEach(module -> all.putAll(texts(module, suffix)));
    return all;
  }

  private static Properties texts(Path module, String suffix) {
    Properties texts = new Properties();
    Path file = module.resolve(MAIN + "/resources/details" + suffix + ".properties");
    try (Reader reader = Files.newBufferedReader(file, UTF_8)) {
      texts.load(reader);
    } catch (IOException missing) {
      throw new AssertionError(missing);
    }
    return texts;
  }

  private static List<Path> modules() {
    try (Stream<Path> folders = Files.list(ROOT)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve(MAIN + "/resources/details.properties")))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String code() {
    List<String> sources = new ArrayList<>();
    for (Path module : MODULES) {
      try (Stream<Path> files = Files.walk(module.resolve(MAIN + "/java"))) {
        for (Path file : files.filter(name -> name.toString().endsWith(".java")).toList()) {
          sources.add(Files.readString(file));
        }
      } catch (IOException unreadable) {
        throw new AssertionError(unreadable);
      }
    }
    return String.join("\n", sources);
  }
}
