package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.defter.core.correction.CorrectionCommand.ProposeCorrection;
import org.defter.core.decision.Reason;
import org.defter.core.decision.ReasonType;
import org.defter.core.fact.FactCommand.Changes;
import org.defter.core.id.CorrectionId;
import org.defter.core.id.FactId;
import org.defter.core.value.Quantity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages on which facts are corrected and reviewed, while the ingest service is away. */
class CorrectingIT {

  private static final String PAGE = "/facts/F2/correct";
  private static ReadersSide readers;

  @BeforeAll
  static void tellTheCollection() throws Exception {
    readers = new ReadersSide();
    new SampleCollection(readers.archive).deposit();
    readers.archive.tell(
        "third",
        Instant.parse("2026-03-06T10:00:00Z"),
        new ProposeCorrection(
            new CorrectionId("C1"),
            new FactId("F2"),
            2L,
            new Changes(null, null, new Quantity("58", null, false), null, null, null, List.of()),
            new Reason(ReasonType.OTHER, "one joined")));
    readers.awaitApplied();
  }

  @AfterAll
  static void stop() {
    readers.close();
  }

  @Test
  void showsTheFactAsItWouldBeTyped() {
    assertThat(readers.get(PAGE).body())
        .contains("value=\"The Union [union]\"", "value=\"number of members [members]\"")
        .contains("value=\"57\"", "value=\"1990/..\"", "name=\"version\" value=\"2\"")
        .doesNotContain("??", "Before and after");
    String link = "href=\"" + PAGE + "\"";
    assertThat(readers.getSignedIn("/facts/F2").body()).contains(link);
    assertThat(readers.getSignedIn("/facts/F2?version=1").body()).doesNotContain(link);
    assertThat(readers.get("/facts/F2").body()).doesNotContain(link);
  }

  @Test
  void showsBeforeAndAfterSideBySide() {
    String page = page(typed(2, "value", "~60", "step", "preview"));

    assertThat(page)
        .contains("Before and after", "<del>57</del>", "<ins>~60</ins>", "Leave as it stands")
        .doesNotContain("both of you", "When it held</span>", "??", "class=\"wrong\"");
  }

  @Test
  void asksForAReasonBeforeAnythingIsDecided() {
    assertThat(page(typed(2, "value", "60", "step", "correct")))
        .contains("Say why: choose a reason.", "value=\"60\"", "id=\"reasonType-wrong\"");
  }

  @Test
  void showsBothVersionsWhereSomebodyWasQuicker() {
    String page =
        page(typed(1, "value", "59", "when", "", "reasonType", "other", "step", "correct"));

    assertThat(page)
        .contains("Somebody else corrected this fact", "both of you changed this")
        .contains("When you opened it (version 1)", "As it stands (version 2)")
        .contains("<del>57</del>", "<ins>59</ins>", "name=\"version\" value=\"2\"")
        // What only they changed is taken over.
        .contains("name=\"when\" value=\"1990/..\"");
  }

  @Test
  void doesNotTakeWhatOthersChangedForSeenOnlyBecauseItWasShownMeanwhile() {
    Map<String, String> opened =
        typed(1, "value", "59", "when", "", "reasonType", "other", "step", "preview");
    String shown = readers.post(PAGE, opened, "Defter-Part", "preview").body();
    opened.put("seen", RecordingIT.hidden(shown, "seen"));
    opened.put("step", "correct");

    assertThat(shown).contains("As it stands (version 2)");
    assertThat(page(opened)).contains("Somebody else corrected this fact");
  }

  @Test
  void takesTheirsWhenAskedTo() {
    assertThat(page(typed(2, "value", "59", "choose", "value=57")))
        .contains("name=\"value\" value=\"57\"", "Nothing would change yet.");
  }

  @Test
  void losesNothingWhileTheArchiveCannotCorrect() {
    Map<String, String> typed =
        typed(2, "value", "59", "reasonType", "other", "reasonText", "counted \"again\"");
    typed.put("seen", RecordingIT.hidden(page(typed), "seen"));
    typed.put("step", "propose");

    HttpResponse<String> refused = readers.post(PAGE, typed);

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body())
        .contains("Nothing was recorded.", "name=\"value\" value=\"59\"", "value=\"attempt-1\"")
        .contains("value=\"counted &quot;again&quot;\"", "<option value=\"other\" selected");
  }

  @Test
  void offersToDecideAboutAProposedCorrection() {
    assertThat(readers.get("/corrections/C1").body())
        .contains("Accept it", "Decline it", "Withdraw it", "name=\"version\" value=\"2\"")
        .doesNotContain("??", "name=\"how\"");
    HttpResponse<String> refused =
        readers.post(
            "/corrections/C1",
            Map.of("decision", "decline", "reasonText", "no <proof>", "key", "k"));
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.body()).contains("value=\"no &lt;proof&gt;\"", "Nothing was recorded.");
    assertThat(readers.post("/corrections/C1", Map.of("decision", "burn")).statusCode())
        .isEqualTo(400);
  }

  /** The form of the fact as it was at a version, with these fields typed anew. */
  private static Map<String, String> typed(int version, String... fields) {
    Map<String, String> typed =
        new TreeMap<>(
            Map.of(
                "version", String.valueOf(version),
                "subject", "The Union [union]",
                "property", "number of members [members]",
                "value", version == 1 ? "60" : "57",
                "when", version == 1 ? "" : "1990/..",
                "certainty", "certain",
                "key", "attempt-1"));
    for (int at = 0; at < fields.length; at += 2) {
      typed.put(fields[at], fields[at + 1]);
    }
    return typed;
  }

  private static String page(Map<String, String> typed) {
    HttpResponse<String> page = readers.post(PAGE, typed);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page.body();
  }
}
