package org.defter.query.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.defter.core.id.FactId;
import org.defter.core.id.FindingId;
import org.defter.core.value.InvalidValue;
import org.defter.query.decision.Form;
import org.defter.query.frontdoor.PageCommand;
import org.defter.query.problem.ProblemException;
import org.defter.query.request.Parameters;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

class PairDecisionTest {

  @Test
  void letsBothStandAsTheyWereLookedAt() {
    String finding = FindingId.about(new FactId("a"), new FactId("b")).value();

    assertThat(PairDecision.command(form("both-stand", "a")))
        .isEqualTo(
            new PageCommand(
                "/api/v1/findings/" + finding + "/both-stand",
                "k1",
                null,
                """
                {"facts":[{"id":"a","version":3},{"id":"b","version":5}],"reason":{"type":"other",\
                "text":"two ways to count"}}\
                """));
  }

  @Test
  void mergesTheOneThatIsNotKeptIntoTheOther() {
    PageCommand keepFirst = PairDecision.command(form("keep-first", "a"));
    assertThat(keepFirst.path()).isEqualTo("/api/v1/facts/b/merge");
    assertThat(keepFirst.version()).isEqualTo(5);
    assertThat(keepFirst.body())
        .isEqualTo(
            "{\"into\":\"a\",\"reason\":{\"type\":\"other\",\"text\":\"two ways to count\"}}");

    PageCommand keepSecond = PairDecision.command(form("keep-second", "a"));
    assertThat(keepSecond.path()).isEqualTo("/api/v1/facts/a/merge");
    assertThat(keepSecond.version()).isEqualTo(3);
  }

  @Test
  void leavesAReasonThatWasNotGivenToBeAskedForByTheArchive() {
    MultiValueMap<String, String> sent = sent("keep-first", "a");
    sent.set("reasonType", "");
    sent.set("reasonText", " ");

    assertThat(PairDecision.command(new Form("/duplicates", new Parameters(sent))).body())
        .isEqualTo("{\"into\":\"a\",\"reason\":{}}");
  }

  @Test
  void refusesWhatNoPageOffers() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> PairDecision.command(form("forget", "a")));
    assertThatExceptionOfType(InvalidValue.class)
        .isThrownBy(() -> PairDecision.command(form("both-stand", "../subjects")));
  }

  @Test
  void keepsThePartOfTheQueueApartFromWhatWasTyped() {
    Form form = form("both-stand", "a");

    assertThat(form.queue().values().toSingleValueMap())
        .containsOnlyKeys("subject")
        .containsEntry("subject", "guild");
    assertThat(form.typed()).isEqualTo(new Form.Typed("", "other", "two ways to count"));
  }

  private static Form form(String decision, String first) {
    return new Form("/duplicates", new Parameters(sent(decision, first)));
  }

  private static MultiValueMap<String, String> sent(String decision, String first) {
    MultiValueMap<String, String> sent = new LinkedMultiValueMap<>();
    sent.set("subject", "guild");
    sent.set("key", "k1");
    sent.set("decision", decision);
    sent.set("first", first);
    sent.set("firstVersion", "3");
    sent.set("second", "b");
    sent.set("secondVersion", "5");
    sent.set("reasonType", "other");
    sent.set("reasonText", "two ways to count");
    return sent;
  }
}
