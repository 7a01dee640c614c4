package org.defter.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.defter.acceptance.Client.Answer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Archivists whose session ended, or whom another was quicker than, go on where they were. */
class NothingTypedIsLostIT {
  @AutoClose private static Chromium chromium;
  @AutoClose private static Client ann;

  @BeforeAll
  static void prepare() {
    chromium = new Chromium(Archive.stack().publicUri());
    ann = new Client(Archive.stack().publicUri());
    Lighthouse.register(ann);
    Harbour.register(ann);
  }

  @Test
  void mergesWhatTwoArchivistsCorrectedOnPagesOpenAtTheSameTime() {
    Harbour.place(ann, "breakwater");
    Harbour.berths(ann, "breakwater-berths", "breakwater", 5);
    Page first = chromium.openAs(Archive.person("archivist"), "/facts/breakwater-berths/correct");
    Page second = chromium.openAs(Archive.person("reviewer"), "/facts/breakwater-berths/correct");
    second.locator("#value").fill("7");
    second.locator("#certainty").selectOption("low");
    second.locator("#reasonType").selectOption("better-source");
    second.locator("#reasonText").fill("from the pilot's log");
    assertThat(second.locator("#preview ins").first()).hasText("7");

    first.locator("#value").fill("6");
    first.locator("#when").fill("1902");
    first.locator("#reasonType").selectOption("wrong-date");
    assertThat(first.locator("#preview")).containsText("1902");
    Chromium.button(first, "Correct it").click();
    assertThat(first.locator("main")).containsText("The fact is corrected.");
    Chromium.button(second, "Correct it").click();

    assertThat(second.locator("main")).containsText("Somebody else corrected this fact");
    Locator value = second.locator("#preview tbody tr").first();
    assertThat(value.locator("td"))
        .hasText(new String[] {"5", "6", "7", "Leave as it stands Value"});
    assertThat(second.locator("#value")).hasValue("7");
    assertThat(second.locator("#when")).hasValue("1902");
    assertThat(second.locator("#certainty")).hasValue("low");
    assertThat(second.locator("#reasonType")).hasValue("better-source");
    assertThat(second.locator("#reasonText")).hasValue("from the pilot's log");
    assertThat(Axe.violationsInBothColors(second, "conflict")).isEmpty();
    assertThat(berths("breakwater-berths").at("/version").asInt()).isEqualTo(2);

    Chromium.button(second, "Correct it").click();
    assertThat(second.locator("main")).containsText("The fact is corrected.");
    JsonNode fact = berths("breakwater-berths");
    assertThat(fact.at("/version").asInt()).isEqualTo(3);
    assertThat(fact.at("/statement/value/amount").asString()).isEqualTo("7");
    assertThat(fact.at("/statement/valid").asString()).isEqualTo("1902");
    assertThat(fact.at("/statement/certainty").asString()).isEqualTo("low");
  }

  @Test
  void recordsWhatWasTypedBeforeTheSessionEnded() {
    Harbour.place(ann, "groyne");
    Page page = chromium.openAs(Archive.person("archivist"), "/sources/keepers-book/record");
    page.locator("#reader").focus();
    page.keyboard().press("ArrowRight");
    page.keyboard().press("Shift+ArrowRight");
    page.keyboard().press("Enter");
    page.locator("#subject").fill("groyne");
    page.locator("#property").fill("berths");
    page.locator("#value").fill("21");
    page.locator("#when").fill("1903");
    page.locator("#certainty").selectOption("probable");
    page.locator("#note").fill("in pencil");
    page.locator(".further summary").nth(1).press("Enter");
    page.locator("#qualifier-0-property").fill("berths");
    page.locator("#qualifier-0-value").fill("2");
    Chromium.button(page, "One more circumstance").click();
    page.locator("#qualifier-1-property").fill("berths");
    page.locator("#qualifier-1-value").fill("3");
    assertThat(Chromium.button(page, "Record it")).isVisible();
    assertThat(page.locator("#preview .statement")).containsText("number of berths: 3");
    assertThat(page.locator("#preview")).containsText("1903");

    sendAndSignInAgain(page, "Record it", "record");

    assertThat(page.locator("#exact")).hasValue("The lamp");
    assertThat(page.locator("[name=paragraph]")).hasValue("1");
    assertThat(page.locator("[name=suffix]")).hasValue(" stands high above the sea.");
    assertThat(page.locator("#subject")).hasValue("groyne");
    assertThat(page.locator("#property")).hasValue("berths");
    assertThat(page.locator("#value")).hasValue("21");
    assertThat(page.locator("#when")).hasValue("1903");
    assertThat(page.locator("#certainty")).hasValue("probable");
    assertThat(page.locator("#note")).hasValue("in pencil");
    assertThat(page.locator("#qualifier-0-value")).hasValue("2");
    assertThat(page.locator("#qualifier-1-property")).hasValue("berths");
    assertThat(page.locator("#qualifier-1-value")).isVisible();
    assertThat(page.locator("#qualifier-1-value")).hasValue("3");
    Chromium.button(page, "Look at it first").click();
    Chromium.button(page, "Record it").click();
    assertThat(page.locator("main")).containsText("The fact is recorded.");

    page.navigate(page.url().replaceFirst("/facts/.*", "/sources/keepers-book/record"));
    assertThat(page.locator("#value")).hasValue("");
  }

  @Test
  void registersTheSubjectThatWasTypedBeforeTheSessionEnded() {
    Page page = chromium.openAs(Archive.person("archivist"), "/sources/keepers-book/record");
    page.locator("#subject").fill("Fender of Bob");
    page.locator("#value").fill("1");
    page.locator("#new-subject summary").press("Enter");
    page.locator("#newKind").selectOption("document");
    page.locator("#newLanguage").fill("english");
    assertThat(page.locator("#newName")).hasValue("Fender of Bob");

    sendAndSignInAgain(page, "Register it", "subject");

    assertThat(page.locator("#subject")).hasValue("Fender of Bob");
    assertThat(page.locator("#value")).hasValue("1");
    page.locator("#new-subject summary").press("Enter");
    assertThat(page.locator("#newName")).hasValue("Fender of Bob");
    assertThat(page.locator("#newKind")).hasValue("document");
    assertThat(page.locator("#newLanguage")).hasValue("english");
    Chromium.button(page, "Register it").click();
    assertThat(page.locator("main .refused")).containsText("'english' is not a language tag");
    assertThat(page.locator("#newName-wrong")).containsText("'english' is not a language tag");
    assertThat(page.locator("#newName")).hasValue("Fender of Bob");
    assertThat(page.locator("#value")).hasValue("1");
    assertThat(Axe.violationsInBothColors(page, "subject refused")).isEmpty();

    page.locator("#newLanguage").fill("en");
    Chromium.button(page, "Register it").click();
    assertThat(page.locator("main")).containsText("Fender of Bob is registered");
    assertThat(page.locator("#value")).hasValue("1");
  }

  @Test
  void addsACircumstanceAndRegistersASubjectWithoutScripts() {
    try (Browser browser = new Browser(Archive.stack().publicUri()).signIn("archivist")) {
      Browser.Form form =
          browser
              .open("/sources/keepers-book/record")
              .form("newName")
              .typing("newName", "Cleat of Cat")
              .typing("newLanguage", "en")
              .typing("newKind", "concept")
              .typing("qualifier-0-property", "berths")
              .typing("value", "3");
      Browser.Page one = browser.press(form, "One more circumstance");
      assertThat(one.form("newName").fields())
          .containsEntry("qualifier-0-property", "berths")
          .containsEntry("qualifier-1-property", "")
          .containsEntry("newName", "Cleat of Cat");
      Browser.Page page =
          browser.press(one.form("newName").typing("newKind", "concept"), "Register it");

      assertThat(page.html()).contains("Cleat of Cat is registered");
      assertThat(page.form("newName").fields().get("subject")).startsWith("Cleat of Cat [");
      assertThat(page.form("newName").fields())
          .containsEntry("value", "3")
          .containsEntry("qualifier-0-property", "berths");
    }
  }

  @Test
  void correctsWhatWasTypedBeforeTheSessionEnded() {
    Harbour.place(ann, "wharf");
    Harbour.berths(ann, "wharf-berths", "wharf", 3);
    Page page = chromium.openAs(Archive.person("archivist"), "/facts/wharf-berths/correct");
    page.locator("#value").fill("4");
    page.locator("#reasonType").selectOption("other");
    page.locator("#reasonText").fill("counted on the plan");
    assertThat(page.locator("#preview ins").first()).hasText("4");

    sendAndSignInAgain(page, "Correct it", "correct");

    assertThat(page.locator("#value")).hasValue("4");
    assertThat(page.locator("#reasonType")).hasValue("other");
    assertThat(page.locator("#reasonText")).hasValue("counted on the plan");
    // What is sent was looked at: the first press shows it.
    Chromium.button(page, "Correct it").click();
    Chromium.button(page, "Correct it").click();
    assertThat(page.locator("main")).containsText("The fact is corrected.");
    assertThat(berths("wharf-berths").at("/statement/value/amount").asString()).isEqualTo("4");
  }

  @Test
  void reviewsAsWasTypedBeforeTheSessionEnded() {
    Harbour.place(ann, "slipway");
    Harbour.berths(ann, "slipway-berths", "slipway", 1);
    Answer proposed =
        ann.command(
            "facts/slipway-berths/corrections?propose=true",
            """
            {"changes": {"value": {"type": "quantity", "amount": "2"}},
             "reason": {"type": "other", "text": "as the keepers say"}}
            """,
            "If-Match",
            "\"1\"");
    String read = "facts/slipway-berths?after=" + Harbour.receipt(proposed);
    assertThat(ann.get(read).status()).isEqualTo(200);
    String correction = "/corrections/" + proposed.text("id");
    Page page = chromium.openAs(Archive.person("reviewer"), correction);
    page.locator("#reasonText").fill("the keepers were many");

    page.context().clearCookies();
    Chromium.button(page, "Decline it").click();
    signInAgain(page, "reviewer", "correction");

    assertThat(page.locator("#reasonText")).hasValue("the keepers were many");
    Chromium.button(page, "Decline it").click();
    assertThat(page.locator("main")).containsText("the keepers were many");
    assertThat(page.locator("#reasonText")).hasCount(0);
  }

  @Test
  void letsBothStandForTheReasonTypedBeforeTheSessionEnded() {
    Harbour.place(ann, "dock");
    Harbour.berths(ann, "dock-berths", "dock", 1);
    Harbour.berths(ann, "dock-berths-too", "dock", 2);
    String queue = "/contradictions?subject=dock";
    Page page = chromium.openAs(Archive.person("reviewer"), queue);
    page.locator("form.decision select").selectOption("policy");
    page.locator("form.decision [name=reasonText]").fill("two counts of one year");

    page.context().clearCookies();
    Chromium.button(page, "Both stand").click();
    signInAgain(page, "reviewer", "decision");

    assertThat(page.locator("form.decision select")).hasValue("policy");
    assertThat(page.locator("form.decision [name=reasonText]")).hasValue("two counts of one year");
    Chromium.button(page, "Both stand").click();
    assertThat(page.locator("form.decision")).hasCount(0);
  }

  @Test
  void sendsTheFilesAgainThatWereRefused() {
    Page page = chromium.openAs(Archive.person("archivist"), "/batches/import");
    page.locator("#source").setInputFiles(Chromium.file("pier.txt", "The pier has one lamp."));
    page.locator("#facts").setInputFiles(Chromium.file("pier.csv", PIER));
    page.locator("#sourceId").fill("the pier's book");
    Chromium.button(page, "Show what it would do").click();

    assertThat(page.locator("main .refused")).containsText("the pier's book");
    assertThat(Axe.violationsInBothColors(page, "refused upload")).isEmpty();
    page.locator("#sourceId").fill("pier-book");
    page.context().clearCookies();
    Chromium.button(page, "Show what it would do").click();

    assertThat(page.locator("main .refused")).containsText("Say who you are");
    assertThat(Axe.violationsInBothColors(page, "upload signed out")).isEmpty();
    Page elsewhere =
        page.context().waitForPage(() -> page.locator("main .refused a").first().click());
    Chromium.signIn(elsewhere, Archive.person("archivist"));
    elsewhere.waitForURL(page.url());
    Chromium.button(page, "Show what it would do").click();
    assertThat(page.locator("h1")).containsText("Preview: Import");
    assertThat(page.locator("#batch")).containsText("finished 1 of one row");
  }

  private static final String PIER =
      """
      quote,subject,property,value,datatype
      one lamp,pier,lamps,1,quantity
      """;

  private static void sendAndSignInAgain(Page page, String button, String where) {
    page.context().clearCookies();
    Chromium.button(page, button).click();
    signInAgain(page, "archivist", where);
  }

  /** From the page that says that nothing was recorded, by the way it shows. */
  private static void signInAgain(Page page, String person, String where) {
    assertThat(page.locator("main .refused")).containsText("Nothing was recorded.");
    assertThat(Axe.violationsInBothColors(page, where + " refused")).isEmpty();
    String refused = page.url();
    page.locator("main form a[href^='/sign-in']").first().click();
    Chromium.signIn(page, Archive.person(person));
    page.waitForURL(refused);
    assertThat(Axe.violationsInBothColors(page, where + " restored")).isEmpty();
  }

  private static JsonNode berths(String fact) {
    return ann.get("facts/" + fact).json();
  }
}
