package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ScreenshotType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every page, as everybody meets it: light and dark, in each language, on a phone and a wide
 * screen, by keyboard. Pictures of them are left in {@code target/screenshots}.
 */
class PagesIT {
  private static final int PHONE = 360;
  private static final int WIDE = 1280;

  private static final String TWO_TIMES = "knownAt=2050-03-01&validAt=1990/1999";

  /** Parts at which a reader can act, and that can be seen. */
  private static final String UNREACHED =
      """
      () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
        .filter(part => part.checkVisibility() && part.type !== 'hidden' && part.tabIndex >= 0)
        .filter(part => !part.hasAttribute('data-reached'))
        .map(part => part.outerHTML)
      """;

  /** Notes which parts the keyboard comes to. */
  private static final String REACHING =
      "() => addEventListener('focusin', at => at.target.setAttribute('data-reached', ''))";

  private static final int AT_ONCE = 20;

  @AutoClose private static Chromium chromium;
  private static String correction;

  @BeforeAll
  static void fillTheArchive() {
    chromium = new Chromium(Archive.stack().publicUri());
    try (Client client = new Client(Archive.stack().publicUri())) {
      Lighthouse.register(client);
      client.command(
          "sources",
          """
          {"id": "light-in-scripts", "title": "Свет маяка · İşıq · نور المنارة",
           "transcription": {"language": "ru", "text": "Лампа стоит высоко над морем и видна за двадцать миль.\\nالمصباح عال فوق البحر، ويرى نوره من بعيد.\\nFənər dənizin üstündə yüksəkdə yanır."}}
          """);
      client.command("facts", Lighthouse.fact("paged-lamp", 7));
      client.command(
          "facts",
          """
          {"id": "scripted-lamp", "subject": "lighthouse", "property": "lamp-height",
           "value": {"type": "quantity", "amount": "9"}, "valid": "1994~",
           "citations": [{"source": "light-in-scripts", "quote": {"exact": "المصباح عال فوق البحر"}}]}
          """);
      client.command(
          "facts/paged-lamp/corrections",
          """
          {"changes": {"value": {"type": "quantity", "amount": "8"}, "valid": "1990/.."},
           "reason": {"type": "better-source", "text": "measured again"}}
          """,
          "If-Match",
          "\"1\"");
      Client.Answer proposed =
          client.command(
              "facts/paged-lamp/corrections?propose=true",
              """
              {"changes": {"value": {"type": "quantity", "amount": "9"}},
               "reason": {"type": "other", "text": "as the keepers say"}}
              """,
              "If-Match",
              "\"2\"");
      assertThat(proposed.status()).as("%s", proposed.json()).isEqualTo(201);
      correction = proposed.text("id");
      String read = "facts/paged-lamp/history?wait=30&after=" + proposed.text("receipt");
      assertThat(client.get(read).status()).isEqualTo(200);
    }
  }

  /** By the name of their picture. */
  private static List<String[]> pages() {
    return List.of(
        new String[] {"search", "/?q=lighthouse"},
        new String[] {"search-then", "/?" + TWO_TIMES},
        new String[] {"fact", "/facts/paged-lamp"},
        new String[] {"fact-then", "/facts/paged-lamp?" + TWO_TIMES},
        new String[] {"fact-arabic", "/facts/scripted-lamp"},
        new String[] {"subject", "/subjects/lighthouse"},
        new String[] {"source", "/sources/light-in-scripts"},
        new String[] {"corrections", "/corrections"},
        new String[] {"correction", "/corrections/" + correction},
        new String[] {"contradictions", "/contradictions?subject=lighthouse"},
        new String[] {"duplicates", "/duplicates?subject=lighthouse"},
        new String[] {"unanchored", "/unanchored-citations?source=light-in-scripts"},
        new String[] {"changes", "/changes?subject=lighthouse"},
        new String[] {"log", "/log"},
        new String[] {"wrong-date", "/subjects/lighthouse?knownAt=soon&validAt=spring"},
        new String[] {"problem", "/facts/there-is-none"});
  }

  /** What axe looks at does not depend on the language: it looks at English alone. */
  @ParameterizedTest
  @CsvSource({
    "en, " + PHONE + ", LIGHT",
    "en, " + WIDE + ", DARK",
    "ru, " + PHONE + ", DARK",
    "az, " + WIDE + ", LIGHT"
  })
  void canBeReadByEverybody(String language, int width, ColorScheme colors) {
    List<String> found = new ArrayList<>();
    Page page = chromium.openIn(language, width, "/");
    for (String[] one : pages()) {
      page.navigate(Archive.stack().publicUri().resolve(one[1]).toString());
      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      page.emulateMedia(new EmulateMediaOptions().setColorScheme(colors));
      picture(page, "%s-%s-%d-%s".formatted(one[0], language, width, colors));
      if (language.equals("en")) {
        found.addAll(Axe.violations(page, "%s %d %s".formatted(one[0], width, colors)));
      }
      Object scrolls =
          page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
      if (Boolean.TRUE.equals(scrolls)) {
        found.add(one[0] + " scrolls sideways");
      }
    }
    assertThat(found).isEmpty();
  }

  private static void picture(Page page, String name) {
    page.screenshot(
        new ScreenshotOptions()
            .setType(ScreenshotType.JPEG)
            .setQuality(70)
            .setPath(Path.of("target", "screenshots", name.toLowerCase(Locale.ROOT) + ".jpg")));
  }

  @ParameterizedTest
  @ValueSource(ints = {PHONE, WIDE})
  void canBeWalkedByKeyboardAlone(int width) {
    for (String path : List.of("/facts/paged-lamp?" + TWO_TIMES, "/contradictions", "/log")) {
      Page page = chromium.openIn("en", width, path);
      page.evaluate(REACHING);
      for (int presses = 0; presses < 400 && !unreached(page).isEmpty(); presses += AT_ONCE) {
        for (int press = 0; press < AT_ONCE; press++) {
          page.keyboard().press("Tab");
        }
      }
      assertThat(unreached(page)).as(path).isEmpty();
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> unreached(Page page) {
    return (List<String>) page.evaluate(UNREACHED);
  }

  /** As somebody does who knows no parameters: by the form, a link, and the way back. */
  @Test
  void turnToAnotherTimeAndBack() {
    Page page = chromium.openIn("en", WIDE, "/subjects/lighthouse");
    page.locator(".times input[name=knownAt]").fill("2050-03-01");
    page.locator(".times input[name=validAt]").fill("1990/1999");
    page.locator(".times button").click();
    assertThat(page.locator(".then").textContent())
        .contains("As the archive knew it on 1 March 2050", "from 1990 to 1999");
    page.locator(".places a[href^='/contradictions']").click();
    assertThat(page.url()).contains("knownAt=2050-03-01", "validAt=1990%2F1999");
    assertThat(page.locator(".timeless").isVisible()).isTrue();
    page.locator(".then a").click();
    assertThat(page.url()).endsWith("/contradictions");
    assertThat(page.locator(".then").count()).isZero();

    page.locator(".languages a[lang=ru]").click();
    assertThat(page.locator("h1").textContent()).contains("ротивореч");
    page.locator(".places a[href='/log']").click();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo("ru");
  }
}
