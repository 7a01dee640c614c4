package org.defter.core.edtf;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One date of any precision, season, far year or date-time: some time within its days. */
record SingleDate(String text, DayRange days, Marks marks) implements Edtf {

  static SingleDate of(
      String text, @Nullable LocalDate earliest, @Nullable LocalDate latest, Marks marks) {
    return new SingleDate(text, new DayRange(earliest, latest), marks);
  }

  @Override
  public DayRange start() {
    return days;
  }

  @Override
  public DayRange end() {
    return days;
  }

  @Override
  public boolean uncertain() {
    return marks.uncertain();
  }

  @Override
  public boolean approximate() {
    return marks.approximate();
  }

  @Override
  public boolean unspecified() {
    return marks.unspecified();
  }
}
