package org.defter.core.edtf;

/**
 * One date of any precision, season, far year or date-time: some time within its days.
 *
 * @param calendar the one it is written in
 * @param form what is written
 * @param days those it can mean, in the Gregorian calendar
 */
public record SingleDate(String text, Calendar calendar, Form form, DayRange days) implements Edtf {

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
    return form.marks().uncertain();
  }

  @Override
  public boolean approximate() {
    return form.marks().approximate();
  }

  @Override
  public boolean unspecified() {
    return form.marks().unspecified();
  }
}
