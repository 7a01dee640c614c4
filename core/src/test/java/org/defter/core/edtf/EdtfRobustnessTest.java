package org.defter.core.edtf;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, reading it ends soon, in a date that makes sense or in a refusal. */
class EdtfRobustnessTest {
  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "2",
          "3",
          "9",
          "X",
          "Y",
          "E",
          "S",
          "T",
          "Z",
          "-",
          "-",
          "/",
          "..",
          ".",
          ",",
          " ",
          "[",
          "]",
          "{",
          "}",
          "?",
          "~",
          "%",
          "+",
          ":",
          "1984",
          "2004",
          "-0044",
          "XXXX",
          "-02",
          "-12",
          "-29",
          "-31",
          "-21",
          "-XX",
          "julian:",
          "gregorian:",
          "10:10:10",
          "é",
          "٣",
          "\u0000",
          "\uD83D\uDE00",
          "\uD83D");

  private static final List<String> DAYS_OF_A_MILLENNIUM =
      LocalDate.of(1000, 1, 1)
          .datesUntil(LocalDate.of(2000, 1, 1))
          .map(LocalDate::toString)
          .toList();

  @ParameterizedTest
  @ValueSource(longs = {1, 20, 300, 4000})
  void throwsNothingButItsOwnRefusal(long seed) {
    Random random = new Random(seed);
    int read = 0;
    for (int i = 0; i < 50_000; i++) {
      Edtf edtf = parsedOrRefused(randomText(random));
      read += edtf == null ? 0 : 1;
    }
    assertThat(read).as("texts that are dates").isGreaterThan(500);
  }

  private static @Nullable Edtf parsedOrRefused(String text) {
    Edtf edtf;
    try {
      edtf = Edtf.parse(text);
    } catch (EdtfException refusal) {
      assertThat(refusal.position()).isBetween(0, text.length());
      return null;
    }
    LocalDate earliest = edtf.earliest();
    LocalDate latest = edtf.latest();
    if (earliest != null && latest != null) {
      assertThat(earliest).as(text).isBeforeOrEqualTo(latest);
    }
    assertThat(edtf.possiblyOverlaps(earliest, latest)).as(text).isTrue();
    assertThat(edtf.certainlyWithin(earliest, latest)).as(text).isTrue();
    assertThat(edtf.certainlyOverlaps(earliest, latest)).as(text).isTrue();
    assertThat(edtf.possiblyWithin(earliest, latest)).as(text).isTrue();
    return edtf;
  }

  private static String randomText(Random random) {
    StringBuilder text = new StringBuilder();
    int pieces = 1 + random.nextInt(6);
    for (int i = 0; i < pieces; i++) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  @Test
  void findsTheFirstAndLastRealDayOfAnyPattern() {
    Random random = new Random(17);
    for (int i = 0; i < 300; i++) {
      String year = "1" + open("%03d".formatted(random.nextInt(1000)), "0001", random);
      String month = open("%02d".formatted(1 + random.nextInt(12)), "01", random);
      String day = open("%02d".formatted(1 + random.nextInt(31)), "01", random);
      String text = year + "-" + month + "-" + day;
      List<LocalDate> days = daysLike(text);
      if (days.isEmpty()) {
        assertThatExceptionOfType(EdtfException.class).isThrownBy(() -> Edtf.parse(text));
      } else {
        Edtf edtf = Edtf.parse(text);
        assertThat(edtf.earliest()).as(text).isEqualTo(days.getFirst());
        assertThat(edtf.latest()).as(text).isEqualTo(days.getLast());
      }
    }
  }

  /** Turns some digits to X: the more ones among the odds, the more. */
  private static String open(String digits, String odds, Random random) {
    StringBuilder opened = new StringBuilder(digits);
    for (int i = 0; i < digits.length(); i++) {
      if (odds.charAt(random.nextInt(odds.length())) == '1') {
        opened.setCharAt(i, 'X');
      }
    }
    return opened.toString();
  }

  private static List<LocalDate> daysLike(String pattern) {
    return DAYS_OF_A_MILLENNIUM.stream()
        .filter(day -> matches(pattern, day))
        .map(LocalDate::parse)
        .toList();
  }

  private static boolean matches(String pattern, String day) {
    for (int i = 0; i < pattern.length(); i++) {
      if (pattern.charAt(i) != 'X' && pattern.charAt(i) != day.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Test
  void refusesATextThatIsTooLong() {
    String longest = "[" + "1667,".repeat(98) + "1667-12?]";
    assertThat(Edtf.parse(longest).text()).hasSize(Edtf.MAX_LENGTH);

    assertThatExceptionOfType(EdtfException.class)
        .isThrownBy(() -> Edtf.parse("1".repeat(Edtf.MAX_LENGTH + 1)))
        .withMessageContaining("501 characters")
        .withMessageContaining("at most 500 characters")
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(300));
  }

  @Test
  void staysQuickOnWhatCostsMost() {
    String openYears = "[" + "XXXX-02-29,".repeat(44) + "XXXX-02-29]";
    String hopeless = "[" + "XXXX-02-29,".repeat(44) + "XXX1-02-29]";
    assertTimeout(
        ofSeconds(2),
        () -> {
          Edtf.parse(openYears);
          assertThatExceptionOfType(EdtfException.class).isThrownBy(() -> Edtf.parse(hopeless));
        });
    Stream.of("Y1E999999999999999", "Y" + "9".repeat(480), "Y1E" + "9".repeat(480))
        .forEach(bomb ->
            assertThatExceptionOfType(EdtfException.class).isThrownBy(() -> Edtf.parse(bomb)));
  }

  @Test
  void showsInAMessageOnlyWhatCanBePrinted() {
    assertThatExceptionOfType(EdtfException.class)
        .isThrownBy(() -> Edtf.parse("1984\u0000\u202E"))
        .withMessageContaining("1984U+0000U+202E");
  }
}
