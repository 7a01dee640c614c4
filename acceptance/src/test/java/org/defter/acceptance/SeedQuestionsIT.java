package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The first real source goes in, once, and again without effect. */
class SeedQuestionsIT {
  private static final String IMPORT =
      """
      defter import "$SEED/facts.csv" --source "$SEED"/000_*.txt --source-id essay \\
        --title "The organisation and Azerbaijan" --language ru --actor ann
      """;
  private static final String EVENTS = "SELECT count(*) FROM domain_event_entry";

  private static Shell shell;
  private static String first;
  private static String second;
  private static List<String> eventsAfterFirst;
  private static List<String> eventsAfterSecond;

  @BeforeAll
  static void importTwice() throws Exception {
    shell = Archive.shell();
    first = shell.run(IMPORT);
    eventsAfterFirst = Archive.stored(EVENTS);
    second = shell.run(IMPORT);
    eventsAfterSecond = Archive.stored(EVENTS);
  }

  @Test
  void everyRowOfTheSeedGoesIn() {
    assertThat(first.lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "rows 118",
            "facts 114",
            "citations 3",
            "corrections 1",
            "unchanged 0",
            "errors 0",
            "possible duplicates 1");
  }

  @Test
  void aSecondImportChangesNothing() {
    assertThat(second.lines().map(line -> line.replaceAll(" +", " ")))
        .contains(
            "rows 118", "facts 0", "citations 0", "corrections 0", "unchanged 118", "errors 0");
    assertThat(eventsAfterSecond).isEqualTo(eventsAfterFirst);
  }

  @Test
  void question1TheNameOfTheOrganisationInTime() {
    assertThat(namesOn("2011-05-15")).containsExactly("Организация Исламская Конференция");
    assertThat(namesOn("2011-07-15")).containsExactly("Организация Исламского Сотрудничества");
    assertThat(namesOn("2011-06"))
        .containsExactlyInAnyOrder(
            "Организация Исламская Конференция", "Организация Исламского Сотрудничества");
  }

  private static List<String> namesOn(String day) {
    return shell
        .answer(
            """
            curl -s "$ARCHIVE/api/v1/facts?subject=oic&property=official-name&validAt=%s"
            """
                .formatted(day))
        .path("facts")
        .valueStream()
        .map(fact -> fact.at("/statement/value/text").asString())
        .toList();
  }
}
