package org.defter.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          57                       | 57            |        | false
          -5 °C                    | -5            | °C     | false
          70 %                     | 70            | %      | false
          70%                      | 70            | %      | false
          1/5                      | 1/5           |        | false
          -1/5                     | -1/5          |        | false
          1/5 million              | 1000000/5     |        | false
          1.50                     | 1.50          |        | false
          1,5                      | 1.5           |        | false
          1,2345                   | 1.2345        |        | false
          1.5 billion              | 1500000000    |        | false
          0.5 thousand people      | 500           | people | false
          2 trillion               | 2000000000000 |        | false
          about 1,5 million people | 1500000       | people | true
          approximately 60         | 60            |        | true
          c. 70 km                 | 70            | km     | true
          ~ 70 %                   | 70            | %      | true
          ~70                      | 70            |        | true
          12 square miles          | 12            | square miles | false
          """)
  void readsWhatPeopleWrite(
      String written, String amount, @Nullable String unit, boolean approximate) {
    assertThat(Quantity.parse(written)).isEqualTo(new Quantity(amount, unit, approximate));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          many        | is not a quantity: write for example 57, 70 %, 1/5 or 1.5 billion
          about       | is not a quantity
          ''          | is not a quantity
          1,500       | could mean thousands or decimals: write it with a point
          1,500,000   | could mean thousands or decimals
          1.5.5       | is not a number: write a decimal with a point
          1,000.5     | is not a number
          57.         | is not a number
          1/5/7       | is not a number
          1/0         | divides by zero
          1/0 million | divides by zero
          """)
  void refusesWhatCanBeReadInNoOneWay(String written, String words) {
    assertThatThrownBy(() -> Quantity.parse(written))
        .isInstanceOfSatisfying(
            InvalidValue.class,
            refusal -> {
              assertThat(refusal.field()).isEqualTo("value.amount");
              assertThat(refusal.getMessage()).startsWith("'").contains("' " + words);
            });
  }

  @Test
  void refusesABookForAQuantity() {
    assertThatThrownBy(() -> Quantity.parse("1" + "/".repeat(1_000_000) + "\n"))
        .isInstanceOf(InvalidValue.class)
        .hasMessage("is too long: write a number and its unit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1e5", "+1", ".5", "1,5", "0x1", "٥", "NaN", "1/-5", "1 000"})
  void refusesAnAmountThatIsNoNumber(String amount) {
    assertThatThrownBy(() -> new Quantity(amount, null, false))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("'" + amount + "' is not a number");
  }

  @Test
  void refusesAnAmountWithoutEnd() {
    assertThatThrownBy(() -> new Quantity("1".repeat(101), null, false))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesABlankUnit() {
    assertThatThrownBy(() -> new Quantity("1", " ", false))
        .isInstanceOfSatisfying(
            InvalidValue.class, refusal -> assertThat(refusal.field()).isEqualTo("value.unit"));
  }

  @Test
  void sortsByItsAmountAsADecimal() {
    assertThat(new Quantity("1/5", null, false).decimal()).isEqualByComparingTo("0.2");
    assertThat(new Quantity("-1.50", null, false).decimal()).isEqualTo(new BigDecimal("-1.50"));
    assertThat(new Quantity("1/3", null, false).decimal())
        .isEqualTo(new BigDecimal("0." + "3".repeat(34)));
  }
}
