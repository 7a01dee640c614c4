package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Questions about the seed that are answered once an archivist has worked on it. */
final class SeedAsWorkedOn {
  private static final Shell SHELL = Archive.shell();

  static void question4TheNumberOfMembersNowAndAsItWasKnown() {
    SHELL.command(
        "sources",
        0,
        """
        {"id": "member-list", "title": "A list of members",
         "transcription": {"text": "This list has 57 member states.", "language": "en"}}
        """);
    Instant before = Instant.now();
    String corrected =
        SHELL.command(
            "facts/S012/corrections",
            1,
            """
            {"changes": {"value": {"type": "quantity", "amount": "57"},
                         "cite": [{"source": "member-list", "quote": {"exact": "57 member states"}}]},
             "reason": {"type": "better-source", "text": "counted in the list"}}
            """);

    JsonNode now = fact("S012?after=" + corrected);
    JsonNode then = fact("S012?knownAt=" + before);
    JsonNode versions = fact("S012/history?after=" + corrected).path("versions");

    assertThat(now.at("/statement/value/amount").asString()).isEqualTo("57");
    assertThat(then.at("/statement/value/amount").asString()).isEqualTo("60");
    assertThat(then.at("/statement/citations").size()).isEqualTo(1);
    assertThat(versions.at("/0/statement/value/amount").asString()).isEqualTo("60");
    assertThat(versions.at("/0/statement/citations/0/source").asString()).isEqualTo("essay");
    assertThat(versions.at("/1/reason/type").asString()).isEqualTo("better-source");
  }

  static void question5TheCharterInForce() {
    // The essay says when the first charter was adopted; that the second replaced it ends its time.
    String corrected =
        SHELL.command(
            "facts/S006/corrections",
            1,
            """
            {"changes": {"valid": "1972/2008-03",
                         "cite": [{"source": "essay", "quote": {"exact": "новый устав ОИС", "paragraph": 16}}]},
             "reason": {"type": "wrong-date", "text": "1972 is the year it was adopted"}}
            """);
    assertThat(charterIn("2007", corrected)).containsExactly("charter-1972");
    assertThat(charterIn("2009", corrected)).containsExactly("charter-2008");
  }

  private static List<String> charterIn(String year, String after) {
    return Found.strings(
        SHELL.answer(
            """
            curl -s "$ARCHIVE/api/v1/facts?subject=oic&property=charter&validAt=%s&after=%s"
            """
                .formatted(year, after)),
        "/statement/value/subject");
  }

  static void question9WhoWasSecretaryGeneralInJune2008() {
    String named = name("ihsanoglu", "Ekmeleddin İhsanoğlu", "tr");
    JsonNode found =
        SHELL.answer(
            """
            curl -s "$ARCHIVE/api/v1/facts?property=office&value=Secretary-General&validAt=2008-06&after=%s"
            """
                .formatted(named));
    assertThat(Found.strings(found, "/statement/subject")).containsExactly("ihsanoglu");
    JsonNode subject = SHELL.answer("curl -s \"$ARCHIVE/api/v1/subjects/ihsanoglu\"");
    assertThat(subject.at("/subject/names").findValuesAsString("text"))
        .contains("Ekmeleddin İhsanoğlu");
  }

  static void question12APersonIsFoundByAnyFormOfAnyName() {
    name("heydar-aliyev", "Гейдар Алиев", "ru");
    name("heydar-aliyev", "Heydar Aliyev", "en");
    name("heydar-aliyev", "Heydər Əliyev", "az");
    name("heydar-aliyev", "حيدر علييف", "ar");
    name("ilham-aliyev", "Ильхам Алиев", "ru");
    name("ilham-aliyev", "İlham Əliyev", "az");
    name("mehriban-aliyeva", "Мехрибан Алиева", "ru");
    String last = name("mehriban-aliyeva", "Mehriban Əliyeva", "az");

    // Quotes with the forms Алиева, Ильхама Алиева, Алиевой.
    assertThat(found("Алиев", last)).contains("S064", "S083", "S088");
    assertThat(found("Aliyev", last)).contains("S064", "S083");
    assertThat(found("Əliyev", last)).contains("S064", "S083");
    assertThat(found("علييف", last)).contains("S064");
  }

  private static List<String> found(String word, String after) {
    return Found.ids(
        SHELL.answer(
            """
            curl -s -G "$ARCHIVE/api/v1/search" --data-urlencode 'q=%s' -d source=essay -d size=200 -d after=%s
            """
                .formatted(word, after)));
  }

  private static String name(String subject, String text, String language) {
    return SHELL.command(
        "subjects/" + subject + "/names",
        0,
        "{\"text\": \"%s\", \"language\": \"%s\"}".formatted(text, language));
  }

  static void question13WhatChangedBetweenTwoInstantsByWhomAndWhy() {
    Instant from = Instant.now();
    String corrected =
        SHELL.command(
            "facts/S027/corrections",
            1,
            """
            {"changes": {"certainty": "low"}, "reason": {"type": "other", "text": "no year is given"}}
            """);
    JsonNode answer =
        SHELL.answer(
            """
            curl -s "$ARCHIVE/api/v1/changes?from=%s&to=%s&actor=ann&after=%s"
            """
                .formatted(from, Instant.now(), corrected));
    JsonNode change = answer.at("/changes/0");
    assertThat(answer.path("total").asInt()).isEqualTo(1);
    assertThat(change.path("aggregate").asString()).isEqualTo("fact/S027");
    assertThat(change.at("/actor/id").asString()).isEqualTo("ann");
    assertThat(change.at("/reason/text").asString()).isEqualTo("no year is given");
    assertThat(change.at("/changes/0/field").asString()).isEqualTo("certainty");
    assertThat(change.at("/changes/0/before").asString()).isEqualTo("certain");
    assertThat(change.at("/changes/0/after").asString()).isEqualTo("low");
  }

  static void question15AMistakenRetractionAndItsReversalBothStay() {
    SHELL.command(
        "facts/S067/retract", 1, "{\"reason\": {\"type\": \"duplicate\", \"text\": \"seems so\"}}");
    String reinstated =
        SHELL.command(
            "facts/S067/reinstate", 2, "{\"reason\": {\"type\": \"other\", \"text\": \"is not\"}}");

    JsonNode versions = fact("S067/history?after=" + reinstated).path("versions");

    assertThat(versions.valueStream().map(version -> version.path("standing").asString()))
        .containsExactly("accepted", "retracted", "accepted");
    assertThat(versions.valueStream().map(version -> version.at("/reason/text").asString("")))
        .containsExactly("", "seems so", "is not");
    assertThat(fact("S067").path("standing").asString()).isEqualTo("accepted");
  }

  static void question16WhichFactsContradictEachOther() {
    String watched =
        Stream.of("number-of-members", "official-name", "charter")
            .map(property -> "&after=" + watch(property))
            .collect(Collectors.joining());
    String recorded =
        SHELL.command(
            "facts",
            0,
            """
            {"id": "second-count", "subject": "oic", "property": "number-of-members",
             "value": {"type": "quantity", "amount": "56"}, "uncitedReason": "counted by hand"}
            """);
    assertThat(contradictions(recorded + watched)).containsExactly("S012 second-count");

    String deprecated =
        SHELL.command(
            "facts/second-count/deprecate",
            1,
            """
            {"reason": {"type": "other", "text": "counted wrongly"}}
            """);
    assertThat(contradictions(deprecated)).isEmpty();
  }

  /** From now on a subject has one value of the property at a time. */
  private static String watch(String property) {
    JsonNode definition =
        SHELL
            .answer("curl -s \"$ARCHIVE/api/v1/properties/%s\"".formatted(property))
            .path("definition");
    return SHELL
        .answer(
            """
            curl -s -X PUT "$ARCHIVE/api/v1/properties/%s" -H "Authorization: Bearer $ANN" -H 'If-Match: *' \\
              --json '{"labels": %s, "datatype": %s, "singleValued": true}'
            """
                .formatted(property, definition.path("labels"), definition.path("datatype")))
        .path("receipt")
        .asString();
  }

  private static List<String> contradictions(String after) {
    return SHELL
        .answer(
            """
            curl -s "$ARCHIVE/api/v1/contradictions?subject=oic&after=%s"
            """
                .formatted(after))
        .path("findings")
        .valueStream()
        .map(pair ->
            pair.path("facts")
                .valueStream()
                .map(fact -> fact.path("id").asString())
                .sorted()
                .collect(Collectors.joining(" ")))
        .toList();
  }

  /** After question 12, by the name he was given there. */
  static void question17WhatIsKnownOfHeydarAliyevIn1994() {
    assertThat(ofHeydarAliyev("-d validAt=1994"))
        .contains("S061", "S064", "S065")
        .doesNotContain("S067");
    assertThat(ofHeydarAliyev("")).contains("S061", "S064", "S065", "S067");
  }

  private static List<String> ofHeydarAliyev(String when) {
    return Found.ids(
        SHELL.answer(
            """
            curl -s -G "$ARCHIVE/api/v1/search" --data-urlencode 'q=Heydar Aliyev' -d source=essay -d size=200 %s
            """
                .formatted(when)));
  }

  private static JsonNode fact(String path) {
    return SHELL.answer("curl -s \"$ARCHIVE/api/v1/facts/%s\"".formatted(path));
  }
}
