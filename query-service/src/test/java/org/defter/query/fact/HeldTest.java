package org.defter.query.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.defter.core.edtf.DayRange;
import org.defter.core.edtf.Edtf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeldTest {

  @ParameterizedTest
  @CsvSource({
    "1994-07,       1994,       CERTAINLY",
    "1994-07,       1994-07-01, POSSIBLY",
    "1994-07,       1995,       NO",
    "1991-12/..,    2020,       CERTAINLY",
    "'[1991,1995]', 1993,       NO",
    ",              1994,       UNDATED"
  })
  void saysWhetherAFactHeld(@Nullable String valid, String asked, Held held) {
    Edtf days = Edtf.parse(asked);

    assertThat(
            Held.in(
                new DayRange(days.earliest(), days.latest()),
                valid == null ? null : Edtf.parse(valid)))
        .isEqualTo(held);
  }
}
