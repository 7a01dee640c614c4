package org.defter.core.edtf;

/**
 * What is marked on each part of a date. A qualifier after a part is of that part and all before
 * it, one before a part is of that part alone.
 *
 * @param month on the month or the part of a year; nothing where there is none
 * @param day nothing where there is none
 */
public record PartMarks(Marks year, Marks month, Marks day) {
  static final PartMarks NONE = new PartMarks(Marks.NONE, Marks.NONE, Marks.NONE);

  PartMarks onYear(Marks marks) {
    return new PartMarks(year.and(marks), month, day);
  }

  PartMarks onMonth(Marks marks) {
    return new PartMarks(year, month.and(marks), day);
  }

  PartMarks onDay(Marks marks) {
    return new PartMarks(year, month, day.and(marks));
  }

  PartMarks upToMonth(Marks marks) {
    return onYear(marks).onMonth(marks);
  }

  PartMarks upToDay(Marks marks) {
    return upToMonth(marks).onDay(marks);
  }

  /** What is marked anywhere. */
  Marks all() {
    return year.and(month).and(day);
  }
}
