package org.defter.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.RequestOptions;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Researchers find facts, look at them in time, check them and take them along, in a browser. */
class ResearchersDayIT {
  private static final String QUAYSIDE = "/?subject=quayside";
  private static final Pattern FOUND_TWO = Pattern.compile("2 facts");

  /** Marks the document, so that a test sees whether another was loaded. */
  private static final String MARK = "window.marked = true";

  @AutoClose private static Chromium chromium;
  @AutoClose private static Client ann;
  private static String key;

  @BeforeAll
  static void recordFactsOfThreeDecadesAndCorrectOne() {
    chromium = new Chromium(Archive.stack().publicUri());
    ann = new Client(Archive.stack().publicUri());
    Harbour.register(ann);
    Harbour.place(ann, "quayside");
    Map.of("1951", 11, "1962", 22, "1973", 33)
        .forEach(
            (year, berths) -> Harbour.berths(ann, "quayside-" + year, "quayside", berths, year));
    String receipt =
        Harbour.receipt(
            ann.command(
                "facts/quayside-1973/corrections",
                """
                {"changes": {"value": {"type": "quantity", "amount": "34"}},
                 "reason": {"type": "better-source", "text": "counted again"}}
                """,
                "If-Match",
                "\"1\""));
    assertThat(ann.get("facts/quayside-1973/history?wait=30&after=" + receipt).status())
        .isEqualTo(200);
    key = Archive.shell().answer("curl -s \"$ARCHIVE/log/keys\"").at("/0/verifier").asString();
  }

  @AfterEach
  void nothingWentWrongUnasked() {
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void findsAFactGoesBackInTimeAndChecksItsProof() {
    Page page = chromium.open("/", ColorScheme.LIGHT);
    page.locator("form.search input[name=q]").fill("quayside");
    page.locator("form.search button").click();
    page.locator("ol.results a[href^='/facts/quayside-1973']").click();
    assertThat(page.locator("h1")).containsText("34");
    assertThat(Chromium.checked(page, key)).startsWith("Proven: versions 1 to 2");

    page.locator("#v1 a").first().click();
    assertThat(page.locator("h1")).containsText("33");
    assertThat(page.locator("main")).containsText("Version 2 is the newest: accepted");

    page.navigate(page.url().replaceFirst("/facts/.*", QUAYSIDE));
    String yesterday = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    page.locator(".times input[name=knownAt]").fill(yesterday);
    page.locator(".times button").click();
    assertThat(page.locator("p.then")).containsText("As the archive knew it on");
    assertThat(page.locator("h1")).hasText("No facts");
    assertThat(page.url()).contains("subject=quayside", "knownAt=" + yesterday);
    page.locator("p.then a").click();
    assertThat(page.locator("h1")).hasText("3 facts");
  }

  @Test
  void searchesAsIsTypedWithoutLeavingThePage() {
    Page page = chromium.open("/?validFrom=1960&validTo=1965", ColorScheme.LIGHT);
    page.evaluate(MARK);
    Locator box = page.locator("form.search input[name=q]");
    Locator heard = page.locator("p.heard[role=status]").first();

    box.pressSequentially("quayside");
    assertThat(page.locator("h1")).hasText("One fact");
    assertThat(heard).hasText("One fact");
    assertThat(page.locator("ol.results a[href^='/facts/quayside-1962']")).isVisible();
    assertThat(page).hasURL(Pattern.compile(".*[?&]q=quayside.*"));
    assertThat(page).hasURL(Pattern.compile(".*[?&]validFrom=1960.*"));

    box.fill("quaysidf");
    assertThat(page.locator("main")).containsText("a letter or two");
    box.fill("nothinglikethis");
    assertThat(heard).hasText("No facts");
    box.fill("");
    assertThat(page).not().hasURL(Pattern.compile(".*[?&]q=.*"));
    assertThat((Boolean) page.evaluate("window.marked === true")).isTrue();
    assertThat(box).isFocused();
  }

  @Test
  void choosesAStretchOfTimeByDrawingOverTheTimeline() {
    Page page = chromium.open(QUAYSIDE, ColorScheme.LIGHT);
    List<BoundingBox> bars =
        page.locator("#histogram rect[data-from]").all().stream()
            .filter(bar -> holds(bar, "1962") || holds(bar, "1973"))
            .map(Locator::boundingBox)
            .toList();
    assertThat(bars).hasSize(2);

    page.mouse().move(middle(bars.getFirst()), bottom(bars.getFirst()));
    page.mouse().down();
    page.mouse().move(middle(bars.getLast()), bottom(bars.getLast()));
    page.mouse().up();

    assertThat(page.locator("h1")).hasText(FOUND_TWO);
    assertThat(page).hasURL(Pattern.compile(".*validFrom=.*"));
    assertThat(page).hasURL(Pattern.compile(".*subject=quayside.*"));
    assertThat(page.locator("ol.results a[href^='/facts/quayside-1951']")).hasCount(0);
    assertThat(Axe.violationsInBothColors(page, "stretch of time")).isEmpty();
  }

  @Test
  void choosesAStretchOfTimeByKeyboard() {
    Page page = chromium.open(QUAYSIDE, ColorScheme.LIGHT);
    page.locator("#histogram input[name=validFrom]").fill("1951");
    page.locator("#histogram input[name=validTo]").fill("1963");
    page.keyboard().press("Enter");

    assertThat(page.locator("h1")).hasText(FOUND_TWO);
    assertThat(page.locator("ol.results a[href^='/facts/quayside-1973']")).hasCount(0);
    assertThat(page.locator("#histogram input[name=validFrom]")).hasValue("1951");
  }

  @Test
  void copiesACitationAsTheArchiveWritesIt() {
    Page page = chromium.open("/facts/quayside-1962", ColorScheme.LIGHT);
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    for (String format : List.of("text", "bibtex", "csl-json")) {
      Locator button = page.locator("button.copy[data-from$='format=" + format + "']");
      String written =
          page.request().get(Archive.stack().publicUri() + button.getAttribute("data-from")).text();
      assertThat(written).contains("quayside");
      page.evaluate("navigator.clipboard.writeText('something else')");

      button.focus();
      page.keyboard().press("Enter");

      page.waitForCondition(() -> written.equals(page.evaluate("navigator.clipboard.readText()")));
      assertThat(page.locator("#copied")).hasText("Copied.");
    }
  }

  @Test
  void copiesACitationInTheLanguageThatWasChosen() {
    Page page = chromium.open("/facts/quayside-1962?lang=ru", ColorScheme.LIGHT);
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    Locator button = page.locator("button.copy[data-from$='format=text']");
    String address = Archive.stack().publicUri() + button.getAttribute("data-from");
    String inRussian = page.request().get(address, language("ru")).text();
    assertThat(inRussian).isNotEqualTo(page.request().get(address, language("en")).text());

    button.click();

    page.waitForCondition(() -> inRussian.equals(page.evaluate("navigator.clipboard.readText()")));
  }

  private static RequestOptions language(String language) {
    return RequestOptions.create().setHeader("Accept-Language", language);
  }

  private static boolean holds(Locator bar, String year) {
    return bar.getAttribute("data-from").substring(0, 4).compareTo(year) <= 0
        && bar.getAttribute("data-to").substring(0, 4).compareTo(year) >= 0;
  }

  private static double middle(BoundingBox box) {
    return box.x + box.width / 2;
  }

  private static double bottom(BoundingBox box) {
    return box.y + box.height - 1;
  }
}
