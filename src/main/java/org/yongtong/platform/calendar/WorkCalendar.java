package org.yongtong.platform.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which days are worked: the State Council's yearly notice, over it the days of the region, over
 * these the days of an office. Only the loaded years are known; every other day raises {@link
 * CalendarNotLoaded}. Immutable.
 */
public final class WorkCalendar {

  private final TreeMap<Integer, Year> years;
  private final String layer;

  private WorkCalendar(TreeMap<Integer, Year> years, String layer) {
    this.years = years;
    this.layer = layer;
  }

  /**
   * The calendar of the whole country.
   *
   * @param yaml the content of a pack's {@code calendar.yaml}
   * @throws IllegalStateException when the content makes no sense; the message names the day
   */
  public static WorkCalendar national(Map<String, Object> yaml) {
    var years = new TreeMap<Integer, Year>();
    new CalendarFile(yaml)
        .national()
        .forEach((number, notice) -> years.put(number, Year.of(number, notice)));
    return new WorkCalendar(years, "全国");
  }

  /**
   * The calendar of a region: the national one with the region's own days.
   *
   * @param region first two digits of its division code; a region of which the file says nothing
   *     has no days of its own, but one that it knows must be given for each year
   * @throws IllegalStateException as {@link #national}
   */
  public static WorkCalendar of(Map<String, Object> yaml, String region) {
    WorkCalendar national = national(yaml);
    var own = new CalendarFile(yaml).region(region);
    if (own.isEmpty()) {
      return national;
    }
    var years = new TreeMap<Integer, Year>();
    national.years.forEach(
        (number, year) -> {
          CalendarFile.Days days = own.get().get(number);
          if (days != null) {
            years.put(number, year.under(days));
          }
        });
    return new WorkCalendar(years, "全国和地区" + region);
  }

  /** This calendar with the days of one office laid over it. */
  public WorkCalendar with(OfficeDays office) {
    var copies = new TreeMap<Integer, Year>();
    years.forEach((number, year) -> copies.put(number, year.copy()));
    office.off().forEach(day -> year(copies, day).worked.clear(day.getDayOfYear()));
    office.work().forEach(day -> year(copies, day).worked.set(day.getDayOfYear()));
    return new WorkCalendar(copies, layer);
  }

  /**
   * @throws CalendarNotLoaded when the day's year is not loaded; so do all methods below
   */
  public boolean isWorkday(LocalDate day) {
    return year(years, day).worked.get(day.getDayOfYear());
  }

  /**
   * The last day of a period of workdays. The day it begins on does not count (民法典 §201).
   *
   * @param days 0 or more; 0 gives the start itself
   */
  public LocalDate plusWorkdays(LocalDate start, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days: " + days);
    }
    LocalDate day = start;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkday(day)) {
        left--;
      }
    }
    return day;
  }

  /**
   * The day itself when it is a workday, else the next one (民法典 §203: a period never ends on a day
   * off).
   */
  public LocalDate workdayFrom(LocalDate day) {
    LocalDate candidate = day;
    while (!isWorkday(candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  /**
   * Workdays after {@code from} up to and with {@code to}, so that {@code workdaysBetween(day,
   * plusWorkdays(day, n)) == n}; negative when {@code to} is before {@code from}: the workdays that
   * have passed since.
   */
  public int workdaysBetween(LocalDate from, LocalDate to) {
    if (to.isBefore(from)) {
      return -workdaysBetween(to, from);
    }
    int workdays = 0;
    for (LocalDate day = from.plusDays(1); !day.isAfter(to); day = day.plusDays(1)) {
      if (isWorkday(day)) {
        workdays++;
      }
    }
    return workdays;
  }

  /**
   * Whether the day rests on an expectation, because the notice of its year, or of the region's own
   * day, has not been loaded. What is counted over it is shown as 暂定.
   */
  public boolean provisional(LocalDate day) {
    return year(years, day).provisional.get(day.getDayOfYear());
  }

  /** Whether any day after {@code from} up to and with {@code to} is provisional. */
  public boolean provisional(LocalDate from, LocalDate to) {
    return from.plusDays(1)
        .datesUntil(to.isAfter(from) ? to.plusDays(1) : from.plusDays(1))
        .anyMatch(this::provisional);
  }

  /** Whether the day can be asked about at all. */
  public boolean loaded(LocalDate day) {
    return years.containsKey(day.getYear());
  }

  /**
   * How many days after this one are loaded and rest on a notice of the State Council, without a
   * gap; empty when not even its own year does.
   */
  Optional<Long> settledDaysAfter(LocalDate day) {
    int number = day.getYear();
    while (years.containsKey(number) && !years.get(number).expected) {
      number++;
    }
    return number == day.getYear()
        ? Optional.empty()
        : Optional.of(ChronoUnit.DAYS.between(day, LocalDate.of(number - 1, 12, 31)));
  }

  private Year year(TreeMap<Integer, Year> among, LocalDate day) {
    Year year = among.get(day.getYear());
    if (year == null) {
      throw new CalendarNotLoaded(day.getYear(), layer);
    }
    return year;
  }

  /**
   * One year, by day of the year.
   *
   * @param expected no notice has come yet
   */
  private record Year(BitSet worked, BitSet provisional, boolean expected) {

    static Year of(int number, CalendarFile.Days notice) {
      var worked = new BitSet();
      var provisional = new BitSet();
      LocalDate.of(number, 1, 1)
          .datesUntil(LocalDate.of(number + 1, 1, 1))
          .forEach(
              day -> {
                worked.set(day.getDayOfYear(), day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0);
                provisional.set(day.getDayOfYear(), notice.unsettled());
              });
      var year = new Year(worked, provisional, notice.unsettled());
      year.lay(notice);
      return year;
    }

    /** This year with a region's days over it. */
    Year under(CalendarFile.Days days) {
      Year year = copy();
      year.lay(days);
      return year;
    }

    Year copy() {
      return new Year((BitSet) worked.clone(), (BitSet) provisional.clone(), expected);
    }

    private void lay(CalendarFile.Days days) {
      days.off().forEach(day -> mark(day, false, days.unsettled()));
      days.work().forEach(day -> mark(day, true, days.unsettled()));
    }

    private void mark(LocalDate day, boolean work, boolean unsettled) {
      worked.set(day.getDayOfYear(), work);
      if (unsettled) {
        provisional.set(day.getDayOfYear());
      }
    }
  }
}
