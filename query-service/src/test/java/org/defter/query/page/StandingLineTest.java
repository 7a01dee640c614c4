package org.defter.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.defter.core.fact.Standing;
import org.defter.core.id.FactId;
import org.junit.jupiter.api.Test;

class StandingLineTest {

  private static final FactId FACT = new FactId("S012");
  private static final Instant LATER = Instant.parse("2026-03-05T10:00:00Z");

  @Test
  void showsTheNewestVersionOnTheFactsOwnPage() {
    assertThat(StandingLine.of(FACT, 3, Standing.RETRACTED, null))
        .isEqualTo(new StandingLine("retracted", null, "/facts/S012", "/facts/S012"));
  }

  @Test
  void showsASupersededVersionOnAPageOfItsOwnWithTheStandingItHad() {
    assertThat(StandingLine.of(FACT, 2, Standing.DEPRECATED, LATER))
        .isEqualTo(
            new StandingLine(
                "deprecated", "2026-03-05T10:00:00Z", "/facts/S012?version=2", "/facts/S012"));
  }

  @Test
  void showsAMergedFactByItsVersionSinceItsOwnPageSendsReadersOn() {
    assertThat(StandingLine.of(FACT, 4, Standing.MERGED, null).address())
        .isEqualTo("/facts/S012?version=4");
  }

  @Test
  void saysNothingOfWhatSimplyStands() {
    assertThat(StandingLine.of(FACT, 1, Standing.ACCEPTED, null).ordinary()).isTrue();
    assertThat(StandingLine.of(FACT, 1, Standing.ACCEPTED, LATER).ordinary()).isFalse();
    assertThat(StandingLine.of(FACT, 1, Standing.DISPUTED, null).ordinary()).isFalse();
  }
}
