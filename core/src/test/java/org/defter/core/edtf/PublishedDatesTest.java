package org.defter.core.edtf;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What others test their readers of EDTF with; where we differ from them, the table says why. */
class PublishedDatesTest {
  private static final String REFUSED = "refused";
  private static final String ACCEPTED = "accepted";

  @ParameterizedTest
  @CsvFileSource(
      resources = "/edtf/published.csv",
      delimiter = ';',
      useHeadersInDisplayName = true,
      ignoreLeadingAndTrailingWhitespace = false)
  void readsWhatOthersPublishedOrSaysWhyNot(
      String text, String origin, String theirs, String ours, @Nullable String why) {
    assertThat(read(text)).isEqualTo(ours);

    assertThat(why == null).as("%s agrees", origin).isEqualTo(agrees(theirs, ours));
  }

  private static String read(String text) {
    try {
      Edtf edtf = Edtf.parse(text);
      return shown(edtf.earliest()) + ".." + shown(edtf.latest());
    } catch (EdtfException refusal) {
      return REFUSED;
    }
  }

  private static boolean agrees(String theirs, String ours) {
    if (theirs.equals(REFUSED) || ours.equals(REFUSED)) {
      return theirs.equals(ours);
    }
    if (theirs.equals(ACCEPTED)) {
      return true;
    }
    String[] expected = theirs.split("\\.\\.", 2);
    String[] days = ours.split("\\.\\.", 2);
    return same(expected[0], days[0]) && same(expected[1], days[1]);
  }

  private static boolean same(String expected, String day) {
    return expected.equals("*") || expected.equals(day);
  }

  private static String shown(@Nullable Object day) {
    return day == null ? "-" : day.toString();
  }
}
