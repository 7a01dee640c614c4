package org.defter.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Archivists change many facts at once in a browser: they look first, follow it, and undo it. */
class BatchPagesIT {

  private static final String TEXT = "Twelve lamps burn on the mole.\n\nNine lamps burn inland.\n";

  @AutoClose private static Chromium chromium;
  @AutoClose private static Client ann;

  @BeforeAll
  static void open() {
    chromium = new Chromium(Archive.stack().publicUri());
    ann = new Client(Archive.stack().publicUri());
  }

  @AfterEach
  void nothingWentWrongUnasked() {
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void looksAtAnImportFirstThenCarriesItOutAndUndoesIt() {
    Page page = chromium.openAs(Archive.person("archivist"), "/batches/import");
    assertThat(Axe.violations(page, "import")).isEmpty();
    chooseTables(
        page,
        """
        id,quote,subject,property,value,datatype
        mole-lamps,Twelve lamps,mole,lamps,12,quantity
        inland-lamps,Nine lamps,inland,lamps,9,quantity
        no-lamps,No lamps,inland,lamps,0,quantity
        """,
        "mole");
    button(page, "Show what it would do");

    assertThat(page.locator("h1")).containsText("Preview: Import: The book of the mole");
    assertThat(page.locator("main")).containsText("nothing of it was stored");
    assertThat(page.locator("#batch")).containsText("finished 3 of 3 rows");
    assertThat(field(page, "Facts recorded")).isEqualTo("2");
    assertThat(field(page, "Rows that cannot be done")).isEqualTo("1");
    assertThat(Axe.violations(page, "import preview")).isEmpty();
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Cannot be done")).click();
    assertThat(page.locator("#batch .history li")).hasCount(1);
    assertThat(page.locator("#batch .history")).containsText("no-lamps");
    assertThat(ann.get("facts/mole-lamps").status()).isEqualTo(404);

    button(page, "Carry it out");
    assertThat(page.locator("h1")).hasText("Import: The book of the mole");
    assertThat(page.locator("#batch")).containsText("finished 3 of 3 rows");
    shown(page, "facts/mole-lamps", "/standing", "accepted");
    page.reload();
    assertThat(page.locator("#batch .history")).containsText("Mole — lamps: 12");

    button(page, "Show what undoing would do");
    assertThat(page.locator("h1")).hasText("Preview: Undoing");
    assertThat(page.locator("#batch")).containsText("finished");
    button(page, "Carry it out");
    assertThat(page.locator("h1")).hasText("Undoing");
    assertThat(page.locator("#batch")).containsText("finished");
    assertThat(field(page, "Taken back")).isEqualTo("2");
    shown(page, "facts/mole-lamps", "/standing", "retracted");

    page.locator("main a[href='/batches']").click();
    assertThat(page.locator("main")).containsText("undone");
    assertThat(Axe.violations(page, "batches")).isEmpty();
  }

  @Test
  void correctsAllThatASearchFindsAfterLookingAtBeforeAndAfter() {
    lamps("shore", 40);
    Page page = chromium.openAs(Archive.person("archivist"), "/");
    page.navigate(page.url() + "?property=lamps&subject=shore");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Correct all of these"))
        .click();
    assertThat(page.locator("h1")).hasText("Correct all of these: 40 facts");
    page.locator("#from").fill("3");
    page.locator("#value").fill("many");
    page.locator("#reasonText").fill("counted by day");
    button(page, "Show what it would do");

    assertThat(page.locator("#value-wrong")).containsText("“many” is no number");
    assertThat(page.locator("#reasonType-wrong")).containsText("Say why");
    assertThat(page.locator("#reasonText")).hasValue("counted by day");
    assertThat(Axe.violations(page, "mass correction")).isEmpty();
    page.locator("#value").fill("4");
    page.locator("#when").fill("June 1901");
    page.locator("#reasonType").selectOption("better-source");
    button(page, "Show what it would do");

    assertThat(page.locator("h1")).containsText("Preview: Correction of many facts");
    assertThat(page.locator("#batch")).containsText("finished 1 of one row");
    assertThat(page.locator("#batch .differences del").first()).hasText("3");
    assertThat(page.locator("#batch .differences ins").first()).hasText("4");
    assertThat(page.locator("#batch .differences")).containsText("June 1901");
    assertThat(Axe.violations(page, "preview of a correction")).isEmpty();
    button(page, "Carry it out");

    assertThat(page.locator("#batch")).containsText("finished 1 of one row");
    shown(page, "facts/shore-3", "/statement/value/amount", "4");
    assertThat(ann.get("facts/shore-3").json().at("/statement/valid").asString())
        .isEqualTo("1901-06");
    assertThat(ann.get("facts/shore-4").json().at("/version").asInt()).isEqualTo(1);
    button(page, "Undo it");
    assertThat(page.locator("#batch")).containsText("finished");
    shown(page, "facts/shore-3", "/statement/value/amount", "3");
  }

  @Test
  void takesDatesAwayAndReplacesTheCircumstancesOfAllThatASearchFinds() {
    lamps("sandbank", 2);
    String path = "/batches/correction?search=subject%3Dsandbank";
    Page page = chromium.openAs(Archive.person("archivist"), "/batches");
    page.navigate(page.url().replaceFirst("/batches.*", path));
    page.locator("#when").fill("1901");
    assertThat(page.locator("[name=whenHow][value=replace]")).isChecked();
    page.locator("#qualifier-0-property").fill("lamps");
    page.locator("#qualifier-0-value").fill("9");
    assertThat(page.locator("[name=qualifiersHow][value=replace]")).isChecked();
    page.locator("[name=whenHow][value=leave]").check();
    page.locator("#reasonType").selectOption("policy");
    button(page, "Show what it would do");

    assertThat(page.locator("#when-wrong")).containsText("did not choose that every fact gets it");
    assertThat(page.locator("#qualifier-0-value")).hasValue("9");
    assertThat(Axe.violationsInBothColors(page, "dates left")).isEmpty();
    page.locator("[name=whenHow][value=replace]").check();
    button(page, "Show what it would do");
    assertThat(page.locator("#batch .differences").first()).containsText("lamps: 9");
    button(page, "Carry it out");
    assertThat(page.locator("#batch")).containsText("finished 2 of 2 rows");
    shown(page, "facts/sandbank-2", "/statement/qualifiers/0/value/amount", "9");
    shown(page, "facts/sandbank-2", "/statement/valid", "1901");
    // What is found next must be what was changed just now.
    page.waitForCondition(
        () -> ann.get("search?subject=sandbank&validAt=1901").json().path("total").asInt() == 2);

    page.navigate(page.url().replaceFirst("/batches/.*", path));
    page.locator("[name=whenHow][value=take-away]").check();
    page.locator("[name=qualifiersHow][value=take-away]").check();
    page.locator("#reasonType").selectOption("policy");
    button(page, "Show what it would do");
    assertThat(page.locator("h1")).containsText("Preview: Correction of many facts");
    assertThat(page.locator("#batch .differences del").first()).isVisible();
    assertThat(page.locator("#batch .differences ins")).hasCount(0);
    button(page, "Carry it out");
    assertThat(page.locator("#batch")).containsText("finished 2 of 2 rows");
    page.waitForCondition(
        () -> ann.get("facts/sandbank-2").json().at("/statement/qualifiers").isEmpty());
    assertThat(ann.get("facts/sandbank-2").json().at("/statement/valid").isMissingNode()).isTrue();
  }

  @Test
  void followsALongImportByItselfAndStopsIt() {
    StringBuilder table = new StringBuilder("id,quote,subject,property,value,datatype\n");
    for (int row = 0; row < 60_000; row++) {
      table.append("row-%d,Twelve lamps,rows,lamps,%d,quantity\n".formatted(row, row));
    }
    Page page = chromium.openAs(Archive.person("archivist"), "/batches/import");
    chooseTables(page, table.toString(), "rows");
    button(page, "Import it now");

    assertThat(page.locator("#batch progress")).hasAttribute("max", "60000");
    // Nobody reloads the page: it tells of the rows that are done by itself.
    page.waitForCondition(
        () -> page.locator("#batch progress").getAttribute("value").matches("[1-9][0-9]+"));
    button(page, "Stop it");

    assertThat(page.locator("#batch .standing").first())
        .hasText("stopped", new HasTextOptions().setTimeout(30_000));
    assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Go on")))
        .isVisible();
  }

  @Test
  void areForArchivistsAlone() {
    try (Browser browser = new Browser(Archive.stack().publicUri())) {
      Browser.Page nobody = browser.open("/batches/import");
      assertThat(nobody.status()).isEqualTo(401);
      assertThat(nobody.html()).contains("Say who you are", "/sign-in?back=/batches/import");
      browser.signIn("researcher");
      assertThat(browser.open("/batches").status()).isEqualTo(403);
    }
  }

  private static void chooseTables(Page page, String facts, String source) {
    page.locator("#facts").setInputFiles(Chromium.file("facts.csv", facts));
    page.locator("#source").setInputFiles(Chromium.file("book.txt", TEXT));
    page.locator("#sourceTitle").fill("The book of the " + source);
    page.locator("#sourceId").fill("batch-page-" + source);
  }

  private static void lamps(String shore, int facts) {
    ann.command(
        "subjects",
        """
        {"id": "%s", "kind": "place", "names": [{"text": "%s", "language": "en"}]}
        """
            .formatted(shore, shore));
    ann.put(
        "properties/lamps",
        """
        {"labels": [{"text": "lamps", "language": "en"}],
         "datatype": "quantity", "singleValued": false}
        """);
    String receipt = "";
    for (int lamp = 1; lamp <= facts; lamp++) {
      receipt =
          ann.command(
                  "facts",
                  """
                  {"id": "%s-%d", "subject": "%s", "property": "lamps",
                   "value": {"type": "quantity", "amount": "%d"}, "uncitedReason": "made up"}
                  """
                      .formatted(shore, lamp, shore, lamp))
              .text("receipt");
    }
    assertThat(ann.get("search?subject=" + shore + "&wait=30&after=" + receipt).status())
        .isEqualTo(200);
  }

  private static void button(Page page, String name) {
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** What a list of terms says of one. */
  private static String field(Page page, String term) {
    return page.locator("dl.fields dt:text-is('" + term + "') + dd").textContent();
  }

  /** Waits until the readers' side says so. */
  private static void shown(Page page, String path, String field, String value) {
    page.waitForCondition(() -> ann.get(path).json().at(field).asString("").equals(value));
  }
}
