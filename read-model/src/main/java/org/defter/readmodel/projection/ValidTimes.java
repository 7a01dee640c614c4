package org.defter.readmodel.projection;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.defter.core.edtf.DateSet;
import org.defter.core.edtf.DayRange;
import org.defter.core.edtf.Edtf;
import org.defter.readmodel.document.ValidFields;
import org.jspecify.annotations.Nullable;

/** The searchable fields of an EDTF date. */
public final class ValidTimes {

  private ValidTimes() {}

  /** The fields to find it by. */
  public static ValidFields fields(Edtf date) {
    String earliest = day(date.earliest());
    String latest = day(date.latest());
    List<Edtf> members = date instanceof DateSet set ? set.members() : List.of(date);
    List<Turns> each = members.stream().map(Turns::of).toList();
    List<Turns> certain = isOneOf(date) ? List.of(Turns.everywhere(each)) : each;
    List<Turns> least = isAllOf(date) ? List.of(Turns.altogether(each)) : each;
    return new ValidFields(
        date.text(),
        earliest,
        latest,
        members.stream().map(ValidTimes::possible).toList(),
        certain.stream().filter(Turns::inOrder).map(Turns::range).toList(),
        certain.stream().filter(turns -> !turns.inOrder()).map(Turns::range).toList(),
        least.stream().filter(Turns::inOrder).map(Turns::range).toList(),
        least.stream().filter(turns -> !turns.inOrder()).map(Turns::range).toList(),
        date.uncertain(),
        date.approximate(),
        earliest == null ? latest : earliest);
  }

  private static ValidFields.DayRange possible(Edtf date) {
    return new ValidFields.DayRange(day(date.earliest()), day(date.latest()));
  }

  private static boolean isOneOf(Edtf date) {
    return date instanceof DateSet set && set.choice() == DateSet.Choice.ONE_OF;
  }

  private static boolean isAllOf(Edtf date) {
    return date instanceof DateSet set && set.choice() == DateSet.Choice.ALL_OF;
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : ValidFields.counted(day).toString();
  }

  /**
   * When a date turns from "can be" to "must be" and back. It is certainly in [a, b] when {@code
   * begunBy <= b} and {@code endsNotBefore >= a}, possibly within when {@code begunBy >= a} and
   * {@code endsNotBefore <= b}: as ranges, either intersects or lies within, by their order.
   *
   * @param begunBy the last day on which it can begin; the first of all when it has no beginning
   * @param endsNotBefore the first day on which it can end; the last of all when it has no end
   */
  private record Turns(LocalDate begunBy, LocalDate endsNotBefore) {

    static Turns of(Edtf date) {
      return new Turns(begunBy(date.start()), endsNotBefore(date.end()));
    }

    private static LocalDate begunBy(@Nullable DayRange start) {
      if (start == null) {
        return ValidFields.FIRST;
      }
      return start.latest() == null ? ValidFields.LAST : ValidFields.counted(start.latest());
    }

    private static LocalDate endsNotBefore(@Nullable DayRange end) {
      if (end == null) {
        return ValidFields.LAST;
      }
      return end.earliest() == null ? ValidFields.FIRST : ValidFields.counted(end.earliest());
    }

    /** Of what holds for each of them. */
    static Turns everywhere(List<Turns> all) {
      return new Turns(
          Collections.max(all.stream().map(Turns::begunBy).toList()),
          Collections.min(all.stream().map(Turns::endsNotBefore).toList()));
    }

    /** Of them taken together. */
    static Turns altogether(List<Turns> all) {
      return new Turns(
          Collections.min(all.stream().map(Turns::begunBy).toList()),
          Collections.max(all.stream().map(Turns::endsNotBefore).toList()));
    }

    boolean inOrder() {
      return !begunBy.isAfter(endsNotBefore);
    }

    ValidFields.DayRange range() {
      return inOrder()
          ? new ValidFields.DayRange(begunBy.toString(), endsNotBefore.toString())
          : new ValidFields.DayRange(endsNotBefore.toString(), begunBy.toString());
    }
  }
}
