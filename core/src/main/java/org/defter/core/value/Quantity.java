package org.defter.core.value;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.defter.core.detail.Detail;
import org.jspecify.annotations.Nullable;

/**
 * A number with a unit, kept exact.
 *
 * @param amount a decimal with a point ({@code 57}, {@code -1.50}) or a fraction of whole numbers
 *     ({@code 1/5}); never rounded
 * @param unit a symbol or word, for example {@code %} or {@code km}; null for a bare count
 * @param approximate whether the source says "about"
 */
public record Quantity(
    String amount,
    @Nullable String unit,
    @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean approximate)
    implements Value {

  private static final Pattern AMOUNT =
      Pattern.compile("-?\\d{1,100}(?:\\.\\d{1,100}|/\\d{1,100})?");
  private static final Pattern WRITTEN =
      Pattern.compile(
          "(?<about>~|c\\.|about |approximately )?\\s*(?<number>-?\\d[\\d./,]*)\\s*(?<unit>\\D.*)?");
  private static final Map<String, Integer> POWERS =
      Map.of("thousand", 3, "million", 6, "billion", 9, "trillion", 12);

  /** The pattern tries each end of a malformed number in turn, so it is not let loose on a book. */
  private static final int LONGEST_WRITTEN = 1_000;

  public Quantity {
    if (!AMOUNT.matcher(amount).matches()) {
      throw new InvalidValue("value.amount", Detail.of("value.not-a-number", amount));
    }
    if (amount.contains("/") && denominator(amount).signum() == 0) {
      throw new InvalidValue("value.amount", Detail.of("value.divided-by-zero", amount));
    }
    if (unit != null) {
      PlainText.line("value.unit", unit);
    }
  }

  /**
   * Reads a quantity as people write it: {@code 57}, {@code 70 %}, {@code 1/5}, {@code 1.5
   * billion}, {@code about 1,5 million people}. A comma before one or two, or four and more, digits
   * is a decimal comma; before three digits it is refused, as it could mean either thousands or
   * decimals.
   *
   * @throws InvalidValue when it cannot be read in exactly one way
   */
  public static Quantity parse(String written) {
    if (written.length() > LONGEST_WRITTEN) {
      throw new InvalidValue("value.amount", Detail.of("value.quantity-too-long"));
    }
    Matcher matcher = WRITTEN.matcher(written.strip());
    if (!matcher.matches()) {
      throw new InvalidValue("value.amount", Detail.of("value.not-a-quantity", written));
    }
    String number = point(matcher.group("number"));
    String unit = matcher.group("unit");
    boolean approximate = matcher.group("about") != null;
    if (unit == null) {
      return new Quantity(number, null, approximate);
    }
    String[] words = unit.strip().split("\\s+", 2);
    Integer power = POWERS.get(words[0]);
    if (power == null) {
      return new Quantity(number, unit.strip(), approximate);
    }
    String amount = new Quantity(number, null, false).scaled(power);
    return new Quantity(amount, words.length > 1 ? words[1] : null, approximate);
  }

  private static String point(String number) {
    int comma = number.indexOf(',');
    if (comma < 0) {
      return number;
    }
    int decimals = number.length() - comma - 1;
    if (decimals == 3 || number.indexOf(',', comma + 1) >= 0) {
      throw new InvalidValue("value.amount", Detail.of("value.thousands-or-decimals", number));
    }
    return number.replace(',', '.');
  }

  private String scaled(int power) {
    if (amount.contains("/")) {
      return numerator(amount).multiply(BigInteger.TEN.pow(power)) + "/" + denominator(amount);
    }
    return new BigDecimal(amount).scaleByPowerOfTen(power).stripTrailingZeros().toPlainString();
  }

  /**
   * The amount as a decimal of 34 digits, for sorting and ranges; the exact amount is {@link
   * #amount}.
   */
  public BigDecimal decimal() {
    if (!amount.contains("/")) {
      return new BigDecimal(amount);
    }
    return new BigDecimal(numerator(amount))
        .divide(new BigDecimal(denominator(amount)), MathContext.DECIMAL128);
  }

  private static BigInteger numerator(String fraction) {
    return new BigInteger(fraction.substring(0, fraction.indexOf('/')));
  }

  private static BigInteger denominator(String fraction) {
    return new BigInteger(fraction.substring(fraction.indexOf('/') + 1));
  }

  @Override
  public Datatype datatype() {
    return Datatype.QUANTITY;
  }
}
