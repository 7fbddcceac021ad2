package org.yongtong.platform.calendar;

/** A question about a year whose calendar nobody has loaded; it is never answered by guessing. */
public final class CalendarNotLoaded extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private final int year;

  CalendarNotLoaded(int year, String layer) {
    super(
        "%d年的工作日历（%s）尚未载入，无法计算工作日。The calendar of %d is not loaded.".formatted(year, layer, year));
    this.year = year;
  }

  /** The missing year. */
  public int year() {
    return year;
  }
}
