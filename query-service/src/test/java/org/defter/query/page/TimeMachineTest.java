package org.defter.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.defter.query.page.TimeMachine.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class TimeMachineTest {

  @Test
  void isOffUnlessATimeIsAsked() {
    TimeMachine today = asked("/", "q", "Baku", "knownAt", "", "validAt", " ");

    assertThat(today.on()).isFalse();
    assertThat(today.known()).isNull();
    assertThat(today.valid()).isNull();
    assertThat(today.carriedBy("/subjects/oic")).isEqualTo("/subjects/oic");
  }

  @Test
  void saysBothTimesInWords() {
    TimeMachine then = asked("/", "knownAt", "2026-03-01", "validAt", "1994/1996");

    assertThat(then.on()).isTrue();
    assertThat(then.known()).isEqualTo("1 March 2026");
    assertThat(then.valid()).isEqualTo("from 1994 to 1996");
    assertThat(then.validMode()).isEqualTo("possibly");
    assertThat(asked("/", "knownAt", "2026-03-08T09:59:59.999Z").known())
        .isEqualTo("8 March 2026, 09:59:59 UTC");
  }

  @Test
  void showsAStretchAsOneDate() {
    TimeMachine stretch =
        asked("/", "validFrom", "1994-01", "validTo", "1996", "valid", "certainly");

    assertThat(stretch.validTyped()).isEqualTo("1994-01/1996");
    assertThat(stretch.valid()).isEqualTo("from January 1994 to 1996");
    assertThat(asked("/", "validFrom", "1994").valid()).isEqualTo("since 1994");
    assertThat(asked("/", "validTo", "1994").validTyped()).isEqualTo("../1994");
  }

  @ParameterizedTest
  @CsvSource({
    "/,                          /?knownAt=2026-03-01&validAt=1994%2F1996",
    "/facts/F1?version=2#v1,     /facts/F1?version=2&knownAt=2026-03-01&validAt=1994%2F1996#v1",
    "/subjects/a?knownAt=2026,   /subjects/a?knownAt=2026&validAt=1994%2F1996",
    "/?validFrom=1990,           /?validFrom=1990&knownAt=2026-03-01",
    "/api/v1/facts/F1/evidence,  /api/v1/facts/F1/evidence",
    "/log/checkpoint,            /log/checkpoint",
    "/defter.css,                /defter.css",
    "/facts/F1/timemap,          /facts/F1/timemap",
    "https://example.org/,       https://example.org/",
    "//example.org/,             //example.org/",
    "#main,                      #main"
  })
  void goesAlongWithEveryLinkToAPage(String link, String carrying) {
    TimeMachine then = asked("/", "knownAt", "2026-03-01", "validAt", "1994/1996", "q", "Baku");

    assertThat(then.carriedBy(link)).isEqualTo(carrying);
  }

  @Test
  void goesAlongWithFormsAndLeadsBackToToday() {
    TimeMachine then =
        asked(
            "/facts/F1", "knownAt", "2026-03-01", "valid", "certainly", "version", "2", "q", "a b");

    assertThat(then.carried())
        .containsExactlyInAnyOrder(
            new Field("knownAt", "2026-03-01"), new Field("valid", "certainly"));
    assertThat(then.others())
        .containsExactlyInAnyOrder(new Field("valid", "certainly"), new Field("q", "a b"));
    assertThat(then.today()).isEqualTo("/facts/F1?q=a%20b");
    assertThat(then.asKnown("/api/v1/facts/F1/provenance?format=svg"))
        .isEqualTo("/api/v1/facts/F1/provenance?format=svg&knownAt=2026-03-01");
  }

  @ParameterizedTest
  @CsvSource({
    "knownAt,   2026-13-45, true,  false",
    "knownAt,   yesterday,  true,  false",
    "validAt,   yesterday,  false, true",
    "valid,     perhaps,    false, true",
    "validFrom, 199,        false, true"
  })
  void keepsWhatIsNoTimeAndGoesNowhere(
      String name, String typed, boolean knownWrong, boolean validWrong) {
    TimeMachine wrong = asked("/", name, typed);

    assertThat(wrong.knownWrong()).isEqualTo(knownWrong);
    assertThat(wrong.validWrong()).isEqualTo(validWrong);
    assertThat(wrong.on()).isFalse();
    assertThat(wrong.knownTyped() + wrong.validTyped() + wrong.validMode()).contains(typed);
    assertThat(wrong.carriedBy("/subjects/oic")).isEqualTo("/subjects/oic");
    assertThat(wrong.carried()).isEmpty();
  }

  @Test
  void takesADayInAFieldForDaysAndAMomentInOneForText() {
    assertThat(asked("/").knownIsDay()).isTrue();
    assertThat(asked("/", "knownAt", "2026-03-01").knownIsDay()).isTrue();
    assertThat(asked("/", "knownAt", "2026-03-01T10:00:00Z").knownIsDay()).isFalse();
    assertThat(asked("/", "knownAt", "yesterday").knownIsDay()).isFalse();
  }

  private static TimeMachine asked(String path, String... parameters) {
    MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
    request.addPreferredLocale(Locale.ENGLISH);
    for (int at = 0; at < parameters.length; at += 2) {
      request.addParameter(parameters[at], parameters[at + 1]);
    }
    return TimeMachine.of(request);
  }
}
