package org.defter.query.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.id.PropertyId;
import org.defter.core.property.PropertyCommand.ReviseProperty;
import org.defter.core.property.PropertyDefinition;
import org.defter.core.value.Datatype;
import org.defter.core.value.Label;
import org.defter.core.value.LanguageTag;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page on which facts are recorded from a source, while the ingest service is away. */
class RecordingIT {

  private static final String PAGE = "/sources/chronicle/record";
  private static ReadersSide readers;

  @BeforeAll
  static void tellTheCollection() throws Exception {
    readers = new ReadersSide();
    new SampleCollection(readers.archive).deposit();
    readers.archive.tell(
        "first",
        SampleCollection.BEGUN,
        new ReviseProperty(
            new PropertyId("members"),
            null,
            new PropertyDefinition(
                List.of(new Label("number of members", new LanguageTag("en"))),
                Datatype.QUANTITY,
                true,
                null)));
    readers.awaitApplied();
  }

  @AfterAll
  static void stop() {
    readers.close();
  }

  @Test
  void showsTheSourceBesideAnEmptyForm() {
    HttpResponse<String> page = readers.get(PAGE);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("data-paragraph=\"4\"", "name=\"exact\"", "Sign in first", "value=\"ru\"")
        .doesNotContain("??", "class=\"wrong\"", "Record it");
    String link = "href=\"" + PAGE + "\"";
    assertThat(readers.getSignedIn("/sources/chronicle").body()).contains(link);
    assertThat(readers.get("/sources/chronicle").body()).doesNotContain(link);
  }

  @Test
  void understandsNamesDatesAndValuesAsTheyAreTyped() {
    String page = preview(typed()).body();

    assertThat(page)
        .contains("<mark>входят 60 государств</mark>", "paragraph 4")
        .contains("June 2011", "<code>2011-06</code>", "Record it")
        .doesNotContain("??", "class=\"wrong\"");
  }

  @Test
  void warnsOfWhatWouldBeContradictedAndWhatIsOnRecordAlready() {
    assertThat(preview(typed()).body())
        .contains("This contradicts it:", "href=\"/facts/F2\"")
        .doesNotContain("says the same already", "name=\"step\" value=\"cite");

    assertThat(preview(with("value", "57")).body())
        .contains("This says nearly the same already:", "value=\"cite 2 F2\"")
        .doesNotContain("contradicts it:");
    assertThat(preview(with("when", "1985")).body())
        .contains("On record already")
        .doesNotContain("contradict it:", "contradicts it:");
  }

  @Test
  void saysBesideEachFieldWhatIsNotClearAndKeepsAll() {
    Map<String, String> unclear =
        Map.of(
            "exact", "союз",
            "subject", "<Nobody>",
            "property", "number of members",
            "value", "many",
            "when", "soon",
            "note", "a \"remark\"",
            "step", "record");
    HttpResponse<String> page = readers.post(PAGE, unclear);

    assertThat(page.body())
        .contains("4 things are missing or not clear", "id=\"subject-wrong\"")
        .contains("value=\"&lt;Nobody&gt;\"", "value=\"many\"", "value=\"soon\"")
        .contains("value=\"a &quot;remark&quot;\"", "id=\"value-wrong\"")
        .contains("id=\"when-wrong\"", "These words stand in several places")
        .contains("name=\"choose\" value=\"start=")
        .doesNotContain("??", ">Record it<");
  }

  @Test
  void offersWhatMayBeMeantByAName() {
    String page = preview(with("subject", "the")).body();

    assertThat(page).contains("value=\"subject=The Union [union]\"");
    Map<String, String> chosen = with("subject", "the");
    chosen.put("choose", "subject=The Union [union]");
    chosen.remove("step");
    assertThat(readers.post(PAGE, chosen).body())
        .contains("value=\"The Union [union]\"", "Record it");
    assertThat(preview(with("subject", "союз")).body()).contains("Record it");
  }

  @Test
  void losesNothingWhileTheArchiveCannotRecord() {
    Map<String, String> decided = typed();
    decided.put("seen", hidden(preview(decided).body(), "seen"));
    decided.put("step", "record");
    decided.put("key", "attempt-1");

    HttpResponse<String> page = readers.post(PAGE, decided);

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body())
        .contains("Nothing was recorded.", "value=\"attempt-1\"", "входят 60 государств</textarea>")
        .contains("value=\"June 2011\"");
  }

  @Test
  void recordsNothingThatWasNotLookedAt() {
    Map<String, String> decided = typed();
    decided.put("seen", hidden(preview(decided).body(), "seen"));
    decided.put("step", "record");
    decided.put("value", "59");

    HttpResponse<String> page = readers.post(PAGE, decided);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("is not what you looked at before");
  }

  @Test
  void givesItsScriptThePreviewAlone() {
    HttpResponse<String> part = readers.post(PAGE, typed(), "Defter-Part", "preview");

    assertThat(part.body()).contains("data-datatype=\"QUANTITY\"", "Record it");
    assertThat(part.body()).doesNotContain("<html", "data-paragraph");
  }

  @Test
  void saysHowADateIsUnderstood() {
    assertThat(readers.json("/api/v1/dates?q=июнь+2011").path("edtf").asString())
        .isEqualTo("2011-06");
    assertThat(readers.json("/api/v1/dates?q=с+1991").path("words").asString())
        .isEqualTo("since 1991");
    assertThat(readers.get("/api/v1/dates?q=soon").statusCode()).isEqualTo(400);
    assertThat(readers.get("/api/v1/dates").statusCode()).isEqualTo(400);
  }

  @Test
  void understandsCircumstancesRowByRow() {
    Map<String, String> typed = with("qualifier-1-property", "number of members");
    typed.put("qualifier-1-value", "7");
    String page = preview(typed).body();
    assertThat(page)
        .contains("<bdi>number of members</bdi>", "data-qualifiers=\",QUANTITY\"", "Record it")
        .contains("name=\"qualifier-1-value\" value=\"7\"", "name=\"qualifier-2-value\" value=\"\"")
        .doesNotContain("qualifier-3-value", "??");

    typed.put("qualifier-0-property", "no such term");
    typed.put("qualifier-1-value", "many");
    assertThat(preview(typed).body())
        .contains("2 things are missing", "id=\"qualifier-0-property-wrong\"")
        .contains("id=\"qualifier-1-value-wrong\"");
    typed.remove("step");
    typed.put("choose", "rows=5");
    assertThat(readers.post(PAGE, typed).body())
        .contains("name=\"qualifier-1-value\" value=\"many\"", "name=\"qualifier-4-value\"")
        .contains("name=\"choose\" value=\"rows=6\"");
  }

  @Test
  void offersToRegisterWhatNothingIsKnownOfUnderTheNameThatWasTyped() {
    String unknown = preview(with("subject", "The Federation")).body();
    assertThat(unknown)
        .contains("id=\"new-subject\" open", "name=\"newName\" value=\"The Federation\"")
        .contains("name=\"offered\" value=\"The Federation\"", "Nothing of that name is known");

    Map<String, String> other = with("subject", "The Federacy");
    other.putAll(Map.of("newName", "The Federation", "offered", "The Federation"));
    assertThat(preview(other).body()).contains("name=\"newName\" value=\"The Federacy\"");
    other.put("offered", "");
    assertThat(preview(other).body()).contains("name=\"newName\" value=\"The Federation\"");
    assertThat(preview(typed()).body())
        .contains("id=\"new-subject\"", "name=\"newName\" value=\"\"")
        .doesNotContain("id=\"new-subject\" open");
  }

  @Test
  void warnsOfASubjectThatHasTheNameAlready() {
    Map<String, String> typed = registering("union the");
    String page = readers.post(PAGE, typed).body();

    assertThat(page)
        .contains("In the archive is already", "value=\"subject=The Union [union]\"")
        .contains("name=\"register\" value=\"another union the\"", "value=\"June 2011\"");
    typed.put("newName", "The Union Congress");
    assertThat(readers.post(PAGE, typed).body()).doesNotContain("In the archive is already");
  }

  @Test
  void losesNothingWhileTheArchiveCannotRegister() {
    Map<String, String> typed = registering("The Union");
    typed.put("register", "another The Union");
    typed.put("key", "attempt-2");

    HttpResponse<String> page = readers.post(PAGE, typed);

    assertThat(page.statusCode()).isEqualTo(503);
    assertThat(page.body())
        .contains("Nothing was recorded.", "value=\"attempt-2\"", "id=\"new-subject\" open")
        .contains("name=\"newName\" value=\"The Union\"", "name=\"newLanguage\"", "value=\"az\"")
        .contains("value=\"June 2011\"", "входят 60 государств</textarea>");
    typed.put("newName", "");
    assertThat(readers.post(PAGE, typed).body()).contains("Say what it is called.");
  }

  private static Map<String, String> registering(String name) {
    Map<String, String> fields = typed();
    fields.remove("step");
    fields.putAll(
        Map.of("register", "new", "newName", name, "newLanguage", "az", "newKind", "event"));
    return fields;
  }

  private static Map<String, String> typed() {
    return new TreeMap<>(
        Map.of(
            "exact", "входят 60 государств",
            "subject", "The Union",
            "property", "number of members",
            "value", "60",
            "when", "June 2011",
            "certainty", "certain",
            "step", "preview"));
  }

  private static Map<String, String> with(String field, String typed) {
    Map<String, String> fields = typed();
    fields.put(field, typed);
    return fields;
  }

  private static HttpResponse<String> preview(Map<String, String> typed) {
    HttpResponse<String> page = readers.post(PAGE, typed);
    assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
    return page;
  }

  static String hidden(String page, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(page);
    assertThat(field.find()).as(page).isTrue();
    return field.group(1);
  }
}
