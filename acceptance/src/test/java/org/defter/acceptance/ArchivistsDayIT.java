package org.defter.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.Stream;
import org.defter.acceptance.Client.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Archivists read a source in a browser, record what it says, and correct each other. */
class ArchivistsDayIT {
  private static final String ESSAY = "/sources/essay/record";

  @AutoClose private static Chromium chromium;
  @AutoClose private static Client ann;

  @BeforeAll
  static void importTheEssay() throws Exception {
    SeedImport.once();
    chromium = new Chromium(Archive.stack().publicUri());
    ann = new Client(Archive.stack().publicUri());
    Harbour.register(ann);
  }

  @AfterEach
  void nothingWentWrongUnasked() {
    assertThat(chromium.complaints()).isEmpty();
  }

  @Test
  void recordsAFactFromWordsChosenByKeyboardAndSeesThatTheNextContradictsIt() {
    Harbour.place(ann, "quay");
    Page page = chromium.openAs(Archive.person("archivist"), ESSAY);
    String words = chooseTheFirstThreeWords(page);
    assertThat(page.locator("#exact")).hasValue(words);
    assertThat(page.locator("#subject")).isFocused();

    suggested(page, "#subject", "quay", "quay [quay]");
    suggested(page, "#property", "berths", "number of berths [berths]");
    page.locator("#value").fill("12");
    page.locator("#when").fill("июнь 2011");
    Locator preview = page.locator("#preview");
    assertThat(preview).containsText("June 2011");
    assertThat(preview).containsText("Nothing is on record yet of this subject and property.");
    assertThat(preview.locator("mark")).hasText(words);
    Chromium.button(page, "Record it").click();

    assertThat(page.locator("main")).containsText("The fact is recorded.");
    assertThat(page.locator("main mark")).hasText(words);
    assertThat(page.locator("h1")).containsText("12");

    page.waitForCondition(() -> ann.get("facts?subject=quay").json().path("total").asInt() == 1);
    page.navigate(page.url().replaceFirst("/facts/.*", ESSAY));
    chooseTheFirstThreeWords(page);
    page.locator("#subject").fill("quay");
    page.locator("#property").fill("berths");
    page.locator("#value").fill("14");
    page.locator("#when").fill("2011");
    // Twelve in June, fourteen some time in that year.
    assertThat(preview).containsText("This may contradict it:");
    assertThat(Axe.violations(page, "record")).isEmpty();
    page.locator("#value").fill("12");
    assertThat(preview).containsText("This says nearly the same already:");
    assertThat(preview).not().containsText("This may contradict it:");
  }

  @Test
  void registersWhatTheFactIsAboutByKeyboardAndLosesNothing() {
    Page page = chromium.openAs(Archive.person("archivist"), ESSAY);
    String words = chooseTheFirstThreeWords(page);
    page.locator("#note").fill("in the margin");
    page.locator("#subject").fill("Mooring of Ann");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    Locator name = page.locator("#newName");
    assertThat(name).isFocused();
    assertThat(name).hasValue("Mooring of Ann");
    assertThat(Axe.violationsInBothColors(page, "new subject")).isEmpty();
    page.locator("#newLanguage").fill("en");
    page.locator("#newKind").selectOption("place");
    name.press("Enter");

    assertThat(page.locator("main")).containsText("Mooring of Ann is registered");
    assertThat(page.locator("#property")).isFocused();
    assertThat(page.locator("#exact")).hasValue(words);
    assertThat(page.locator("#note")).hasValue("in the margin");
    page.locator("#property").pressSequentially("berths");
    page.locator("#value").fill("2");
    assertThat(page.locator("#preview .statement")).containsText("Mooring of Ann");
    Chromium.button(page, "Record it").click();
    assertThat(page.locator("main")).containsText("The fact is recorded.");
    assertThat(page.locator("h1")).containsText("Mooring of Ann");
    String id = page.locator("h1 a[href^='/subjects/']").first().getAttribute("href").substring(10);
    assertThat(ann.get("subjects/" + id).json().at("/subject/kind").asString()).isEqualTo("place");
  }

  @Test
  void isWarnedOfASubjectOfThatNameBeforeASecondIsRegistered() {
    Harbour.place(ann, "bollard");
    Page page = chromium.openAs(Archive.person("archivist"), ESSAY);
    isSuggested(page, "bollard");
    page.locator("#new-subject summary").press("Enter");
    page.locator("#newName").fill("Bollard");
    page.locator("#newName").press("Enter");

    assertThat(page.locator("#new-subject [role=alert]")).containsText("In the archive is already");
    assertThat(Chromium.button(page, "None of these: register another “Bollard”")).isVisible();
    assertThat(Axe.violationsInBothColors(page, "namesakes")).isEmpty();
    assertThat(Chromium.button(page, "bollard [bollard]")).isFocused();
    page.keyboard().press("Enter");
    assertThat(page.locator("#subject")).hasValue("bollard [bollard]");
    assertThat(page.locator("#new-subject [role=alert]")).hasCount(0);
  }

  @Test
  void keepsWhatWasTypedWhenThePageIsLeft() {
    Page page = chromium.openAs(Archive.person("archivist"), ESSAY);
    page.locator("#value").fill("14 boats");
    page.locator("#note").fill("seen from the pier");

    page.navigate(page.url().replaceFirst("/sources/.*", "/"));
    page.goBack();

    assertThat(page.locator("#value")).hasValue("14 boats");
    assertThat(page.locator("#note")).hasValue("seen from the pier");
  }

  @Test
  void recordsAndCorrectsTheCircumstancesOfAFact() {
    Harbour.place(ann, "mole-head");
    Harbour.place(ann, "outerbasin");
    Harbour.basin(ann);
    Page page = chromium.openAs(Archive.person("archivist"), ESSAY);
    isSuggested(page, "in+the+basin");
    isSuggested(page, "outerbas");
    chooseTheFirstThreeWords(page);
    page.locator("#subject").fill("mole-head");
    page.locator("#property").fill("berths");
    page.locator("#value").fill("5");
    page.locator(".further summary").nth(1).press("Enter");
    suggested(page, "#qualifier-0-property", "in the bas", "in the basin [in-basin]");
    assertThat(page.locator("#qualifier-0-value")).hasAttribute("data-suggest", "subject");
    assertThat(page.locator("#qualifier-0-language")).isHidden();
    suggested(page, "#qualifier-0-value", "outerbas", "outerbasin [outerbasin]");
    Chromium.button(page, "One more circumstance").press("Enter");
    assertThat(page.locator("#qualifier-1-property")).isFocused();
    page.keyboard().type("berths");
    page.locator("#qualifier-1-value").fill("few");
    Locator preview = page.locator("#preview");
    assertThat(preview).containsText("“few” is no number");
    page.locator("#qualifier-1-value").fill("6");
    assertThat(preview.locator(".statement")).containsText("number of berths: 6");
    assertThat(Axe.violationsInBothColors(page, "circumstances")).isEmpty();
    Chromium.button(page, "Record it").click();
    assertThat(page.locator("main")).containsText("The fact is recorded.");
    String fact = page.url().replaceFirst(".*/facts/([^?]*).*", "$1");
    assertThat(qualifiers(fact)).containsExactly("in-basin outerbasin", "berths 6");

    page.navigate(page.url().replaceFirst("[?].*", "/correct"));
    assertThat(page.locator("#qualifier-0-value")).hasValue("outerbasin [outerbasin]");
    page.locator(".qualifier .less").first().press("Enter");
    page.locator("#qualifier-1-value").fill("7");
    assertThat(preview.locator("ins")).hasText("number of berths [berths]: 7");
    assertThat(preview.locator("del")).containsText("in the basin [in-basin]: outerbasin");
    page.locator("#reasonType").selectOption("better-source");
    assertThat(Axe.violationsInBothColors(page, "circumstances corrected")).isEmpty();
    Chromium.button(page, "Correct it").click();
    assertThat(page.locator("main")).containsText("The fact is corrected.");
    assertThat(qualifiers(fact)).containsExactly("berths 7");
  }

  private static List<String> qualifiers(String fact) {
    return ann.get("facts/" + fact)
        .json()
        .at("/statement/qualifiers")
        .valueStream()
        .map(one ->
            one.path("property").asString()
                + " "
                + one.at("/value/subject").asString(one.at("/value/amount").asString("")))
        .toList();
  }

  @Test
  void correctsWithBeforeAndAfterAndMergesWhatAnotherArchivistCorrectedMeanwhile() {
    Harbour.place(ann, "pier");
    Harbour.berths(ann, "pier-berths", "pier", 7);
    Page page = chromium.openAs(Archive.person("archivist"), "/facts/pier-berths/correct");
    page.locator("#value").fill("8");
    page.locator("#certainty").selectOption("probable");
    Locator table = page.locator("#preview table");
    assertThat(table.locator("del").first()).hasText("7");
    assertThat(table.locator("ins").first()).hasText("8");
    page.locator("#reasonType").selectOption("better-source");
    page.locator("#reasonText").fill("counted from a boat");

    String receipt =
        Harbour.receipt(
            ann.command(
                "facts/pier-berths/corrections",
                """
                {"changes": {"value": {"type": "quantity", "amount": "9"}, "valid": "1902"},
                 "reason": {"type": "other", "text": "counted from the light"}}
                """,
                "If-Match",
                "\"1\""));
    assertThat(ann.get("facts/pier-berths?after=" + receipt).status()).isEqualTo(200);
    // Whatever is shown meanwhile by itself, nothing that others changed goes unseen.
    page.locator("#reasonText").fill("counted from a boat");
    assertThat(page.locator("#preview")).containsText("1902");
    Chromium.button(page, "Correct it").click();

    assertThat(page.locator("main")).containsText("Somebody else corrected this fact");
    assertThat(page.locator("table tbody tr").first().locator("td"))
        .hasText(new String[] {"7", "9", "8", "Leave as it stands Value"});
    assertThat(page.locator("#when")).hasValue("1902");
    assertThat(page.locator("#certainty")).hasValue("probable");
    assertThat(page.locator("#reasonText")).hasValue("counted from a boat");
    assertThat(Axe.violations(page, "conflict")).isEmpty();
    Chromium.button(page, "Correct it").click();

    assertThat(page.locator("main")).containsText("The fact is corrected.");
    Answer fact = ann.get("facts/pier-berths");
    assertThat(fact.json().at("/version").asInt()).isEqualTo(3);
    assertThat(fact.json().at("/statement/value/amount").asString()).isEqualTo("8");
    assertThat(fact.json().at("/statement/valid").asString()).isEqualTo("1902");
    assertThat(fact.json().at("/statement/certainty").asString()).isEqualTo("probable");
  }

  @Test
  void proposesACorrectionThatAReviewerAccepts() {
    Harbour.place(ann, "jetty");
    Harbour.berths(ann, "jetty-berths", "jetty", 3);
    Page page = chromium.openAs(Archive.person("archivist"), "/facts/jetty-berths/correct");
    page.locator("#value").fill("4");
    assertThat(page.locator("#preview ins").first()).hasText("4");
    page.locator("#reasonType").selectOption("wrong-attribution");
    Chromium.button(page, "Propose it").click();
    assertThat(page.locator("main")).containsText("The correction is proposed.");

    String path = page.url().replaceFirst(".*(/corrections/[^?]*).*", "$1");
    Page review = chromium.openAs(Archive.person("reviewer"), path);
    review.locator("#reasonText").fill("seen on the plan");
    Chromium.button(review, "Accept it").click();

    assertThat(review.locator("main")).containsText("accepted");
    assertThat(ann.get("facts/jetty-berths").json().at("/statement/value/amount").asString())
        .isEqualTo("4");
  }

  /** By arrow keys, as somebody does who uses no mouse. */
  private static String chooseTheFirstThreeWords(Page page) {
    page.locator("#reader").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Shift+ArrowRight");
    page.keyboard().press("Shift+ArrowRight");
    page.keyboard().press("Enter");
    String text = ann.get("sources/essay/transcription").text("text");
    List<String> words = Stream.of(text.strip().split("\\s+", 4)).limit(3).toList();
    return String.join(" ", words);
  }

  /** Waits until a name can be found by its letters. */
  private static void isSuggested(Page page, String name) {
    page.waitForCondition(
        () -> !ann.get("suggestions?q=" + name).json().at("/suggestions/0").isEmpty());
  }

  /** Types a name, and takes the suggestion that begins so. */
  private static void suggested(Page page, String field, String typed, String chosen) {
    page.locator(field).pressSequentially(typed);
    page.locator(field + "-suggestions li").first().waitFor();
    page.keyboard().press("ArrowDown");
    page.keyboard().press("Enter");
    assertThat(page.locator(field)).hasValue(chosen);
  }
}
