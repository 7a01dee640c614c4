package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Questions about the seed that the import alone answers. */
final class SeedAsImported {
  private static final Shell SHELL = Archive.shell();

  static void question1TheNameInTime() {
    assertThat(namesOn("2011-05-15")).containsExactly("Организация Исламская Конференция");
    assertThat(namesOn("2011-07-15")).containsExactly("Организация Исламского Сотрудничества");
    assertThat(namesOn("2011-06"))
        .containsExactlyInAnyOrder(
            "Организация Исламская Конференция", "Организация Исламского Сотрудничества");
  }

  private static List<String> namesOn(String day) {
    return Found.strings(
        facts("subject=oic&property=official-name&validAt=" + day), "/statement/value/text");
  }

  static void question2WhereWhenAndAtWhichSessionItWasRenamed() {
    JsonNode renamed = facts("subject=oic&property=renamed-at");
    assertThat(Found.strings(renamed, "/statement/value/subject")).containsExactly("cfm-38");
    assertThat(Found.strings(renamed, "/statement/valid")).containsExactly("2011-06");
    assertThat(paragraphs(renamed)).containsExactly(21);

    JsonNode session = facts("subject=cfm-38&property=held-in");
    assertThat(Found.strings(session, "/statement/value/subject")).containsExactly("astana");
    assertThat(Found.strings(session, "/statement/qualifiers/0/value/amount"))
        .containsExactly("38");

    // Paragraph 1 says the month too.
    assertThat(paragraphs(facts("subject=oic&property=official-name&validAt=2011-07")))
        .containsExactly(1, 21);
  }

  static void question3SinceWhenAzerbaijanIsAMember() {
    JsonNode membership = facts("subject=azerbaijan&property=member-of&value=oic");
    assertThat(Found.ids(membership)).containsExactly("S013");
    assertThat(Found.strings(membership, "/statement/valid")).containsExactly("1991-12/..");
    assertThat(paragraphs(membership)).containsExactly(1, 6);

    JsonNode added = SHELL.answer("curl -s \"$ARCHIVE/api/v1/facts/S013/history\"");
    JsonNode date = added.at("/versions/1/changes/0");
    assertThat(date.path("field").asString()).isEqualTo("valid");
    assertThat(date.path("before").isNull()).isTrue();
    assertThat(date.path("after").asString()).isEqualTo("1991-12/..");
  }

  static void question6WhatTookPlaceInBakuInOrder() {
    JsonNode inBaku =
        SHELL.answer(
            """
            curl -s -G "$ARCHIVE/api/v1/search" --data-urlencode 'q=Баку' -d source=essay -d sort=valid
            """);
    List<String> dated = subjects(inBaku, fact -> fact.at("/statement").has("valid"));
    List<String> undated = subjects(inBaku, fact -> !fact.at("/statement").has("valid"));
    assertThat(dated).containsExactly("cfm-33", "forum-women-2008", "conference-dialogue-2009");
    assertThat(undated)
        .containsExactlyInAnyOrder("conference-tourism-ministers", "conference-media");

    assertThat(Found.strings(facts("value=baku&property=held-in&sort=valid"), "/statement/valid"))
        .containsExactly(
            "2006-06-19/2006-06-21", "2008-06-10/2008-06-11", "2009-11-11/2009-11-12", "");
  }

  private static List<String> subjects(JsonNode answer, Predicate<JsonNode> which) {
    return answer
        .path("facts")
        .valueStream()
        .filter(which)
        .map(fact -> fact.at("/statement/subject").asString())
        .distinct()
        .toList();
  }

  static void question7TheTitleOfTheResolutionSinceDecember1996() {
    assertThat(
            Found.strings(
                facts("subject=resolution-conflict&property=title&validAt=1996-12"),
                "/statement/value/text"))
        .containsExactly("Об агрессии Армении против Азербайджана");
  }

  static void question8NoFactRestsOnParagraph19Alone() {
    JsonNode onIt = facts("source=essay&paragraph=19");
    assertThat(Found.ids(onIt)).containsExactly("S108");
    assertThat(paragraphs(onIt)).containsExactly(17, 19);
  }

  static void question10WhatIsClaimedByTheSource() {
    assertThat(Found.ids(facts("qualifier=claimed-by:the+source")))
        .containsExactlyInAnyOrder("S057", "S080", "S081", "S097", "S108");
  }

  static void question11AWordIsFoundInItsOtherFormsAndMarkedInTheQuote() {
    JsonNode found =
        SHELL.answer(
            """
            curl -s -G "$ARCHIVE/api/v1/search" --data-urlencode 'q=резолюция' -d source=essay -d size=200
            """);
    Stream<String> marked =
        found.findValues("highlights").stream()
            .flatMap(JsonNode::valueStream)
            .flatMap(highlight -> highlight.path("quote").valueStream())
            .filter(segment -> segment.path("match").asBoolean(false))
            .map(segment -> segment.path("text").asString());
    assertThat(marked).contains("резолюции", "резолюций", "резолюция");
  }

  private static JsonNode facts(String query) {
    return SHELL.answer("curl -s \"$ARCHIVE/api/v1/facts?%s\"".formatted(query));
  }

  /** The paragraphs that the facts found rest on. */
  private static List<Integer> paragraphs(JsonNode answer) {
    return answer
        .path("facts")
        .valueStream()
        .flatMap(fact -> fact.at("/statement/citations").valueStream())
        .map(citation -> citation.at("/passage/paragraph").asInt())
        .toList();
  }
}
