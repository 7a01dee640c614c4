package org.defter.query.document;

import org.jspecify.annotations.Nullable;

/**
 * Valid time, for searching. Days are ISO 8601 as {@link java.time.LocalDate} writes them ({@code
 * 1991-12-01}, {@code -0044-03-15}, {@code +12000-01-01}); days beyond the years ±200,000,000 are
 * moved to the first or last day of those.
 *
 * <p>"Possibly in [a, b]": {@code possible} intersects it. "Certainly in [a, b]", for dates however
 * wide: {@code begunBy <= b} and {@code endsNotBefore >= a}, or {@code possible} within [a, b].
 *
 * @param text EDTF as written
 * @param earliest the first day it can mean; null without a lower bound
 * @param latest the last day it can mean; null without an upper bound
 * @param possible from earliest to latest
 * @param certain days on every one of which it held, whatever it means; null where there is none,
 *     and for EDTF sets
 * @param begunBy the day by which it had begun, whatever it means; year -200,000,000 when it has no
 *     beginning; null where not known, and for all-of sets
 * @param endsNotBefore the day before which it had not ended; year 200,000,000 when it has no end;
 *     null where not known, and for all-of sets
 * @param uncertain marked {@code ?} or {@code %}
 * @param approximate marked {@code ~} or {@code %}
 * @param sort the day to order by: earliest, or else latest; null without either
 */
public record ValidFields(
    String text,
    @Nullable String earliest,
    @Nullable String latest,
    DayRange possible,
    @Nullable DayRange certain,
    @Nullable String begunBy,
    @Nullable String endsNotBefore,
    boolean uncertain,
    boolean approximate,
    @Nullable String sort) {

  /**
   * Days, both ends included.
   *
   * @param gte null without a lower bound
   * @param lte null without an upper bound
   */
  public record DayRange(@Nullable String gte, @Nullable String lte) {}
}
