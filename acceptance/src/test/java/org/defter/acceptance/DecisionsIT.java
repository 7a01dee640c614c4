package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.defter.acceptance.Browser.Form;
import org.defter.acceptance.Browser.Page;
import org.defter.acceptance.Client.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Curators work through the queues by pressing buttons on their pages. */
class DecisionsIT {
  private static final String BOTH_STAND = "Both stand";
  private static final String CHOOSE = "Choose these words";

  private static Client client;
  private Browser browser;

  @BeforeAll
  static void prepare() {
    client = new Client(Archive.stack().publicUri());
    accepted(
        client.put(
            "properties/keepers",
            """
            {"labels": [{"text": "number of keepers", "language": "en"}],
             "datatype": "quantity", "singleValued": true}
            """));
  }

  @AfterAll
  static void close() {
    client.close();
  }

  @BeforeEach
  void openABrowser() {
    browser = new Browser(Archive.stack().publicUri());
  }

  @AfterEach
  void closeTheBrowser() {
    browser.close();
  }

  @Test
  void letsTwoContradictingFactsStandAndSeesThemGone() {
    subject("skerry");
    record("skerry-2", "skerry", 2);
    String receipt = record("skerry-3", "skerry", 3);
    Page before = browser.open("/contradictions?subject=skerry&after=" + receipt);
    assertThat(before.html()).contains("There is no sign-in yet");
    Form form = before.form("skerry-3");

    Page after =
        browser.press(
            form.typing("actor", "anna.berg")
                .typing("reasonType", "policy")
                .typing("reasonText", "summer and winter"),
            BOTH_STAND);

    assertThat(after.status()).isEqualTo(200);
    assertThat(after.address().getPath()).isEqualTo("/contradictions");
    assertThat(after.address().getQuery()).startsWith("subject=skerry&after=");
    assertThat(after.html())
        .contains(
            "It is recorded that both stand.", "Recorded under anna.berg", "No contradictions");
    assertThat(browser.open("/contradictions?subject=skerry").html())
        .contains("No contradictions")
        .doesNotContain("It is recorded", "There is no sign-in yet");
    Answer decided = client.get("changes?actor=anna.berg&type=archive.finding.both-let-stand.v1");
    assertThat(decided.json().at("/changes/0/reason/text").asString())
        .isEqualTo("summer and winter");
  }

  @Test
  void mergesDuplicatesAndLeadsFromTheOneThatIsGone() {
    subject("holm");
    record("holm-a", "holm", 4);
    String receipt = record("holm-b", "holm", 4);
    Form form = browser.open("/duplicates?subject=holm&after=" + receipt).form("holm-b");
    boolean aIsFirst = "holm-a".equals(form.fields().get("first"));

    Page after =
        browser.press(
            form.typing("actor", "bo").typing("reasonType", "duplicate"),
            aIsFirst ? "Merge the second into the first" : "Merge the first into the second");

    assertThat(after.html()).contains("The two are one now", "No duplicates");
    Page gone = browser.open("/facts/holm-b");
    assertThat(gone.address().getPath()).isEqualTo("/facts/holm-a");
    assertThat(gone.html()).contains("Merged into this", "/facts/holm-b?version=2");
    // Whoever decided is remembered until there is sign-in.
    assertThat(browser.open("/duplicates").status()).isEqualTo(200);
    subject("islet");
    record("islet-a", "islet", 4);
    String next = record("islet-b", "islet", 4);
    assertThat(
            browser
                .open("/duplicates?subject=islet&after=" + next)
                .form("islet-b")
                .fields()
                .get("actor"))
        .isEqualTo("bo");
  }

  @Test
  void saysWhyNothingWasRecordedAndKeepsWhatWasTyped() {
    subject("reef");
    record("reef-1", "reef", 1);
    String receipt = record("reef-2", "reef", 2);
    Form form = browser.open("/contradictions?subject=reef&after=" + receipt).form("reef-2");
    Form typed = form.typing("actor", "anna").typing("reasonText", "an <old> count");

    Page unnamed = browser.press(typed.typing("actor", ""), BOTH_STAND);
    assertThat(unnamed.status()).isEqualTo(400);
    assertThat(unnamed.html()).contains("Nothing was recorded.", "say who you are");

    Page unfit = browser.press(typed.typing("actor", "Anna Berg"), BOTH_STAND);
    assertThat(unfit.status()).isEqualTo(400);
    assertThat(unfit.html()).contains("is not an identifier", "value=\"Anna Berg\"");

    Page without = browser.press(typed, BOTH_STAND);
    assertThat(without.status()).isEqualTo(400);
    assertThat(without.html()).contains("Nothing was recorded.");
    assertThat(without.form("reef-2").fields()).containsEntry("reasonText", "an <old> count");

    Page wordless =
        browser.press(typed.typing("reasonType", "other").typing("reasonText", ""), BOTH_STAND);
    assertThat(wordless.html())
        .contains("say why in words", "<option value=\"other\" selected=\"selected\">");

    correct("reef-1", 5);
    Page late = browser.press(typed.typing("reasonType", "other"), BOTH_STAND);
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.html()).contains("is at version 2 now", "an &lt;old&gt; count");
    assertThat(decisions("anna")).isZero();
  }

  @Test
  void takesAFormSentTwiceForOneDecision() {
    Form form = filledIn("shoal", "twice");

    Page once = browser.press(form, BOTH_STAND);
    Page again = browser.press(form, BOTH_STAND);

    assertThat(again.address()).isEqualTo(once.address());
    assertThat(decisions("twice")).isOne();
  }

  @Test
  void refusesAFormThatAnotherSiteSends() {
    Form form = filledIn("bank", "mallory");

    Page refused = browser.press(form, BOTH_STAND, "cross-site");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.html()).contains("This did not come from a page of the archive");
    assertThat(decisions("mallory")).isZero();
  }

  @Test
  void choosesTheWordsThatAreMeantNow() throws InterruptedException {
    subject("cape");
    accepted(
        client.command(
            "sources",
            """
            {"id": "cape-book", "title": "The book of the cape", "transcription":
              {"text": "Oil came up twice a year from the south.\\nThree keepers lived there.",
               "language": "en"}}
            """));
    accepted(
        client.command(
            "facts",
            """
            {"id": "cape-oil", "subject": "cape", "property": "keepers",
             "value": {"type": "quantity", "amount": "3"},
             "citations": [{"source": "cape-book", "quote": {"exact": "twice a year"}}]}
            """));
    accepted(
        client.put(
            "sources/cape-book/transcription",
            """
            {"text": "Oil came up once in winter from the south.\\nThree keepers lived there.",
             "language": "en", "reason": {"type": "transcription-error", "text": "read again"}}
            """,
            "If-Match",
            "\"1\""));
    Form form = whatWaits("/unanchored-citations?source=cape-book", "cape-oil");

    Page after = browser.press(form.typing("actor", "anna.berg"), CHOOSE);

    assertThat(after.status()).isEqualTo(200);
    assertThat(after.html())
        .contains("The citation points at the words that were chosen.", "There are none.");
    assertThat(browser.open("/facts/cape-oil").html()).contains("<mark>once in winter</mark>");
  }

  /** Citations follow in the background: what did not is listed a moment later. */
  private Form whatWaits(String queue, String about) throws InterruptedException {
    Page page = browser.open(queue);
    for (int tries = 0; tries < 100 && !page.html().contains(about); tries++) {
      Thread.sleep(200);
      page = browser.open(queue);
    }
    return page.form(about);
  }

  private static int decisions(String actor) {
    return client.get("changes?actor=" + actor).json().path("total").asInt();
  }

  /** The form of two facts that contradict each other, with everything in it but the button. */
  private Form filledIn(String subject, String actor) {
    subject(subject);
    record(subject + "-1", subject, 1);
    String receipt = record(subject + "-2", subject, 2);
    return browser
        .open("/contradictions?subject=" + subject + "&after=" + receipt)
        .form(subject + "-2")
        .typing("actor", actor)
        .typing("reasonType", "policy");
  }

  private static void subject(String id) {
    accepted(
        client.command(
            "subjects",
            """
            {"id": "%s", "kind": "place", "names": [{"text": "%s", "language": "en"}]}
            """
                .formatted(id, id)));
  }

  /** Records how many keepers it had; the receipt. */
  private static String record(String id, String subject, int keepers) {
    return accepted(
        client.command(
            "facts",
            """
            {"id": "%s", "subject": "%s", "property": "keepers", "valid": "1901/..",
             "value": {"type": "quantity", "amount": "%d"}, "uncitedReason": "made up"}
            """
                .formatted(id, subject, keepers)));
  }

  private static void correct(String id, int keepers) {
    accepted(
        client.command(
            "facts/" + id + "/corrections",
            """
            {"changes": {"value": {"type": "quantity", "amount": "%d"}},
             "reason": {"type": "other", "text": "counted again"}}
            """
                .formatted(keepers),
            "If-Match",
            "\"1\""));
  }

  private static String accepted(Answer answer) {
    assertThat(answer.accepted()).as(answer.toString()).isTrue();
    return answer.text("receipt");
  }
}
