package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.defter.acceptance.Browser.Form;
import org.defter.acceptance.Browser.Page;
import org.defter.acceptance.Client.Answer;
import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Curators work through the queues by pressing buttons on their pages. */
class DecisionsIT {
  private static final String BOTH_STAND = "Both stand";
  private static final String CHOOSE = "Choose these words";

  @AutoClose private static Client client;
  private static final String BOTH = "archive.finding.both-let-stand.v1";

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

  @BeforeEach
  void openABrowser() {
    browser = new Browser(Archive.stack().publicUri()).signIn("reviewer");
  }

  @AfterEach
  void closeTheBrowser() {
    browser.close();
  }

  @Test
  void letsTwoContradictingFactsStandAndSeesThemGone() {
    subject("skerry");
    record("skerry-1", "skerry", 2);
    String receipt = record("skerry-2", "skerry", 3);
    Page before = browser.open("/contradictions?subject=skerry&after=" + receipt);
    assertThat(before.html()).contains("It will be recorded under your name: reviewer.");
    Form form = before.form("skerry-2");

    Page after =
        browser.press(
            form.typing("reasonType", "policy").typing("reasonText", "summer and winter"),
            BOTH_STAND);

    assertThat(after.status()).isEqualTo(200);
    assertThat(after.address().getPath()).isEqualTo("/contradictions");
    assertThat(after.address().getQuery()).startsWith("subject=skerry&after=");
    assertThat(after.html())
        .contains(
            "It is recorded that both stand.", "Recorded under reviewer", "No contradictions");
    assertThat(browser.open("/contradictions?subject=skerry").html())
        .contains("No contradictions")
        .doesNotContain("It is recorded");
    Answer decided = client.get("changes?of=" + finding("skerry") + "&type=" + BOTH);
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
            form.typing("reasonType", "duplicate"),
            aIsFirst ? "Merge the second into the first" : "Merge the first into the second");

    assertThat(after.html()).contains("The two are one now", "No duplicates");
    Page gone = browser.open("/facts/holm-b");
    assertThat(gone.address().getPath()).isEqualTo("/facts/holm-a");
    assertThat(gone.html()).contains("Merged into this", "/facts/holm-b?version=2");
  }

  @Test
  void saysWhyNothingWasRecordedAndKeepsWhatWasTyped() {
    subject("reef");
    record("reef-1", "reef", 1);
    String receipt = record("reef-2", "reef", 2);
    Form form = browser.open("/contradictions?subject=reef&after=" + receipt).form("reef-2");
    Form typed = form.typing("reasonText", "an <old> count");

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
    assertThat(decisions("reef")).isZero();
  }

  @Test
  void saysWhyNothingWasRecordedInTheLanguageThatWasChosen() {
    subject("ledge");
    record("ledge-1", "ledge", 1);
    String receipt = record("ledge-2", "ledge", 2);
    browser.open("/contradictions?lang=ru");
    Form form = browser.open("/contradictions?subject=ledge&after=" + receipt).form("ledge-2");

    correct("ledge-1", 5);
    Page late =
        browser.press(
            form.typing("reasonType", "other").typing("reasonText", "обе верны"), "Остаются оба");

    assertThat(late.status()).isEqualTo(409);
    assertThat(late.html())
        .contains("Ничего не записано.", "В таком состоянии это невозможно")
        .contains(
            "у факта «ledge-1» теперь версия 2, а не 1: прочтите его ещё раз и решите заново");
    assertThat(decisions("ledge")).isZero();
  }

  @Test
  void takesAFormSentTwiceForOneDecision() {
    Form form = filledIn("shoal");

    Page once = browser.press(form, BOTH_STAND);
    Page again = browser.press(form, BOTH_STAND);

    assertThat(again.address()).isEqualTo(once.address());
    assertThat(decisions("shoal")).isOne();
  }

  @Test
  void refusesAFormThatAnotherSiteSends() {
    Form form = filledIn("bank");

    Page refused = browser.press(form, BOTH_STAND, "cross-site");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.html()).contains("This did not come from a page of the archive");
    assertThat(decisions("bank")).isZero();
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

    Page after = browser.press(form, CHOOSE);

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

  /** How often it was decided about the two facts of a subject. */
  private static int decisions(String subject) {
    return client.get("changes?of=" + finding(subject)).json().path("total").asInt();
  }

  private static String finding(String subject) {
    return FindingId.about(new FactId(subject + "-1"), new FactId(subject + "-2")).qualified();
  }

  /** The form of two facts that contradict each other, with everything in it but the button. */
  private Form filledIn(String subject) {
    subject(subject);
    record(subject + "-1", subject, 1);
    String receipt = record(subject + "-2", subject, 2);
    return browser
        .open("/contradictions?subject=" + subject + "&after=" + receipt)
        .form(subject + "-2")
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
