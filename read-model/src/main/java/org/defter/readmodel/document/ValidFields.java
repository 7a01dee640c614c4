package org.defter.readmodel.document;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Valid time, for searching. Days are ISO 8601 as {@link java.time.LocalDate} writes them ({@code
 * 1991-12-01}, {@code -0044-03-15}, {@code +12000-01-01}); days beyond the years ±200,000,000 are
 * moved to the first or last day of those.
 *
 * <p>Four questions can be asked of it, about days from a to b, with the answers that {@link
 * org.defter.core.edtf.Edtf} gives:
 *
 * <ul>
 *   <li>possibly in them: one of {@code possible} intersects [a, b];
 *   <li>certainly in them: one of {@code certain} intersects [a, b], or one of {@code certainIn} is
 *       within it;
 *   <li>possibly within them: one of {@code least} is within [a, b], or one of {@code leastAt}
 *       intersects it;
 *   <li>certainly within them: {@code earliest >= a} and {@code latest <= b}.
 * </ul>
 *
 * @param text EDTF as written
 * @param earliest the first day it can mean; null without a lower bound
 * @param latest the last day it can mean; null without an upper bound
 * @param possible what it can mean; of a set, each member
 * @param certain days on every one of which it held, whatever it means
 * @param certainIn days in which it held, whatever it means, though on no one of them for sure
 * @param least the days it takes at least, from the last on which it can begin to the first on
 *     which it can end
 * @param leastAt days any one of which can be all it takes
 * @param uncertain marked {@code ?} or {@code %}
 * @param approximate marked {@code ~} or {@code %}
 * @param sort the day to order by: earliest, or else latest; null without either
 */
public record ValidFields(
    String text,
    @Nullable String earliest,
    @Nullable String latest,
    List<DayRange> possible,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DayRange> certain,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DayRange> certainIn,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DayRange> least,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DayRange> leastAt,
    boolean uncertain,
    boolean approximate,
    @Nullable String sort) {

  /** Elasticsearch counts milliseconds in 64 bits, which end in the year 292,278,994. */
  public static final LocalDate FIRST = LocalDate.of(-200_000_000, 1, 1);

  public static final LocalDate LAST = LocalDate.of(200_000_000, 12, 31);

  public ValidFields {
    possible = List.copyOf(possible);
    certain = List.copyOf(certain);
    certainIn = List.copyOf(certainIn);
    least = List.copyOf(least);
    leastAt = List.copyOf(leastAt);
  }

  /** The day, or the first or last that is counted. */
  public static LocalDate counted(LocalDate day) {
    return day.isBefore(FIRST) ? FIRST : day.isAfter(LAST) ? LAST : day;
  }

  /**
   * Days, both ends included.
   *
   * @param gte null without a lower bound
   * @param lte null without an upper bound
   */
  public record DayRange(@Nullable String gte, @Nullable String lte) {}
}
