package org.defter.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/** The seed goes in, once, and its first eighteen questions are asked over HTTP. */
class SeedQuestionsIT {
  private static SeedImport seed;

  @BeforeAll
  static void importIt() throws Exception {
    seed = SeedImport.once();
    SeedAsReread.depositsTheEssayAndCitesItsLookalikes();
  }

  @Test
  void everyRowOfTheSeedGoesIn() {
    assertThat(SeedImport.lines(seed.first()))
        .contains("rows 118", "facts 114", "citations 3", "corrections 1")
        .contains("unchanged 0", "errors 0", "possible duplicates 1");
  }

  @Test
  void aSecondImportChangesNothing() {
    assertThat(SeedImport.lines(seed.second()))
        .contains("rows 118", "facts 0", "citations 0", "corrections 0")
        .contains("unchanged 118", "errors 0");
    assertThat(seed.eventsInTheEnd()).isEqualTo(seed.events());
  }

  /** In this order: some of them are answered by what was done for those before. */
  @TestFactory
  Stream<DynamicTest> theFirstEighteenQuestions() {
    return Stream.of(
        asked(1, "the name in time", SeedAsImported::question1TheNameInTime),
        asked(
            2,
            "where, when and at which session it was renamed",
            SeedAsImported::question2WhereWhenAndAtWhichSessionItWasRenamed),
        asked(
            3,
            "since when Azerbaijan is a member",
            SeedAsImported::question3SinceWhenAzerbaijanIsAMember),
        asked(
            4,
            "the number of members now and as it was known",
            SeedAsWorkedOn::question4TheNumberOfMembersNowAndAsItWasKnown),
        asked(5, "the charter in force", SeedAsWorkedOn::question5TheCharterInForce),
        asked(
            6,
            "what took place in Baku, in order",
            SeedAsImported::question6WhatTookPlaceInBakuInOrder),
        asked(
            7,
            "the title of the resolution since December 1996",
            SeedAsImported::question7TheTitleOfTheResolutionSinceDecember1996),
        asked(
            8,
            "what rests on paragraph 19 alone",
            SeedAsImported::question8NoFactRestsOnParagraph19Alone),
        asked(
            9,
            "who was Secretary-General in June 2008",
            SeedAsWorkedOn::question9WhoWasSecretaryGeneralInJune2008),
        asked(
            10,
            "what is claimed by the source",
            SeedAsImported::question10WhatIsClaimedByTheSource),
        asked(
            11,
            "a word in its other forms",
            SeedAsImported::question11AWordIsFoundInItsOtherFormsAndMarkedInTheQuote),
        asked(
            12,
            "a person by any form of any name",
            SeedAsWorkedOn::question12APersonIsFoundByAnyFormOfAnyName),
        asked(
            13,
            "what changed between two instants, by whom and why",
            SeedAsWorkedOn::question13WhatChangedBetweenTwoInstantsByWhomAndWhy),
        asked(
            14,
            "the citations after a slip is mended",
            SeedAsReread
                ::question14TheCitationsOfParagraph17PointAtTheRightWordsAfterItsSlipIsMended),
        asked(
            15,
            "a mistaken retraction and its reversal",
            SeedAsWorkedOn::question15AMistakenRetractionAndItsReversalBothStay),
        asked(
            16,
            "which facts contradict each other",
            SeedAsWorkedOn::question16WhichFactsContradictEachOther),
        asked(
            17,
            "what is known of Heydar Aliyev in 1994",
            SeedAsWorkedOn::question17WhatIsKnownOfHeydarAliyevIn1994),
        asked(
            18,
            "whether an outsider can check a history",
            SeedEvidence::question18AnOutsiderChecksThatAHistoryWasNotAltered),
        DynamicTest.dynamicTest("the audit of it all", SeedEvidence::theWholeArchiveHolds));
  }

  private static DynamicTest asked(int number, String what, Executable question) {
    return DynamicTest.dynamicTest("question %d: %s".formatted(number, what), question);
  }
}
