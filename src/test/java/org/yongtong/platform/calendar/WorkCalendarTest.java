package org.yongtong.platform.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tyme.holiday.LegalHoliday;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yongtong.platform.CityPack;

class WorkCalendarTest {

  private static final Map<String, Object> FILE =
      CityPack.yaml(Path.of("city/nanning/calendar.yaml"));
  private static final WorkCalendar NATIONAL = WorkCalendar.national(FILE);
  private static final WorkCalendar GUANGXI = WorkCalendar.of(FILE, "45");

  @ParameterizedTest
  @CsvSource({
    "2024-02-08, 5, 2024-02-21",
    "2024-09-26, 20, 2024-10-29",
    "2025-01-24, 20, 2025-02-27",
    "2025-09-26, 5, 2025-10-10",
    "2026-01-30, 20, 2026-03-05",
    "2026-02-12, 5, 2026-02-26",
    "2026-04-30, 1, 2026-05-06",
    "2026-09-18, 20, 2026-10-22",
    "2024-04-09, 5, 2024-04-16"
  })
  void countsWorkdaysWithoutTheDayItBeginsOn_CivilCode201(
      LocalDate start, int days, LocalDate end) {
    assertThat(NATIONAL.plusWorkdays(start, days)).isEqualTo(end);
    assertThat(NATIONAL.workdaysBetween(start, end)).isEqualTo(days);
  }

  @Test
  void guangxiDoesNotWorkOnTheThirdOfTheThirdMonth() {
    assertThat(GUANGXI.plusWorkdays(LocalDate.of(2024, 4, 9), 5))
        .isEqualTo(LocalDate.of(2024, 4, 18));
    assertThat(GUANGXI.isWorkday(LocalDate.of(2024, 4, 11))).isFalse();
    assertThat(WorkCalendar.of(FILE, "44").isWorkday(LocalDate.of(2024, 4, 11))).isTrue();
  }

  /** The second source: a library that knows nothing of our file. */
  @ParameterizedTest
  @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
  void agreesWithAnIndependentCalendarOnEveryDay(int year, int workdays) {
    LocalDate.of(year, 1, 1)
        .datesUntil(LocalDate.of(year + 1, 1, 1))
        .forEach(
            day -> {
              LegalHoliday known =
                  LegalHoliday.fromYmd(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
              boolean weekday = day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0;
              assertThat(NATIONAL.isWorkday(day))
                  .as(day.toString())
                  .isEqualTo(known == null ? weekday : known.isWork());
            });
    assertThat(NATIONAL.workdaysBetween(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)))
        .isEqualTo(workdays);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-14", "2026-09-20"})
  void weekendsMadeUpBeforeTheHolidayAreWorked(LocalDate saturdayOrSunday) {
    assertThat(GUANGXI.isWorkday(saturdayOrSunday)).isTrue();
  }

  @Test
  void aPeriodThatWouldEndOnADayOffEndsOnTheNextWorkday_CivilCode203() {
    assertThat(NATIONAL.workdayFrom(LocalDate.of(2026, 10, 1)))
        .isEqualTo(LocalDate.of(2026, 10, 8));
    assertThat(NATIONAL.workdayFrom(LocalDate.of(2026, 10, 8)))
        .isEqualTo(LocalDate.of(2026, 10, 8));
  }

  @Test
  void anUnknownYearIsNeverGuessed() {
    assertThatThrownBy(() -> NATIONAL.isWorkday(LocalDate.of(2023, 12, 29)))
        .isInstanceOf(CalendarNotLoaded.class)
        .hasMessageContaining("2023");
    assertThatThrownBy(() -> GUANGXI.plusWorkdays(LocalDate.of(2027, 12, 28), 5))
        .isInstanceOfSatisfying(
            CalendarNotLoaded.class, missing -> assertThat(missing.year()).isEqualTo(2028));
    assertThatThrownBy(
            () -> GUANGXI.workdaysBetween(LocalDate.of(2028, 1, 3), LocalDate.of(2028, 1, 2)))
        .isInstanceOf(CalendarNotLoaded.class);
  }

  @Test
  void aRegionsYearThatIsMissingIsNotGuessedEither() {
    Map<String, Object> file =
        Map.of(
            "years", Map.of(2028, year("provisional"), 2029, year("provisional")),
            "regions", Map.of("45", Map.of(2028, year("unconfirmed"))));
    WorkCalendar calendar = WorkCalendar.of(file, "45");
    assertThat(calendar.loaded(LocalDate.of(2028, 5, 5))).isTrue();
    assertThatThrownBy(() -> calendar.isWorkday(LocalDate.of(2029, 5, 4)))
        .isInstanceOf(CalendarNotLoaded.class)
        .hasMessageContaining("地区45");
  }

  @Test
  void aCountIntoNextYearWorksAndSaysThatItMayMove() {
    LocalDate accepted = LocalDate.of(2026, 12, 20);
    LocalDate due = GUANGXI.plusWorkdays(accepted, 20);
    assertThat(due).isEqualTo(LocalDate.of(2027, 1, 18));
    assertThat(GUANGXI.provisional(due)).isTrue();
    assertThat(GUANGXI.provisional(accepted, due)).isTrue();
    assertThat(GUANGXI.provisional(accepted, LocalDate.of(2026, 12, 31))).isFalse();
  }

  @Test
  void anUnconfirmedRegionalDayMakesOnlyItselfProvisional() {
    assertThat(GUANGXI.provisional(LocalDate.of(2026, 4, 20))).isTrue();
    assertThat(GUANGXI.provisional(LocalDate.of(2026, 4, 21))).isFalse();
    assertThat(GUANGXI.provisional(LocalDate.of(2026, 4, 16), LocalDate.of(2026, 4, 22))).isTrue();
    assertThat(NATIONAL.provisional(LocalDate.of(2026, 4, 20))).isFalse();
    assertThat(GUANGXI.provisional(LocalDate.of(2026, 4, 22), LocalDate.of(2026, 4, 16))).isFalse();
  }

  @Test
  void anOfficesOwnDaysGoBeforeAllOthers() {
    LocalDate tuesday = LocalDate.of(2026, 11, 24);
    LocalDate sunday = LocalDate.of(2026, 11, 29);
    WorkCalendar office = GUANGXI.with(new OfficeDays(Set.of(tuesday), Set.of(sunday)));
    assertThat(office.isWorkday(tuesday)).isFalse();
    assertThat(office.isWorkday(sunday)).isTrue();
    assertThat(GUANGXI.isWorkday(tuesday)).isTrue();
    assertThatThrownBy(() -> new OfficeDays(Set.of(sunday), Set.of(sunday)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aFileThatCannotBeMeantIsRefused() {
    assertThatThrownBy(() -> WorkCalendar.national(Map.of("years", Map.of())))
        .hasMessageContaining("years 为空");
    // what YAML 1.1 makes of a bare off
    Map<Object, Object> bare =
        Map.of("provisional", false, false, java.util.List.of(), "work", java.util.List.of());
    assertThatThrownBy(() -> WorkCalendar.national(Map.of("years", Map.of(2028, bare))))
        .hasMessageContaining("须加引号");
  }

  @Property(tries = 300)
  void differenceAndSumAgree(
      @ForAll @DateRange(min = "2024-01-01", max = "2027-06-30") LocalDate start,
      @ForAll @IntRange(max = 90) int days) {
    LocalDate end = GUANGXI.plusWorkdays(start, days);
    assertThat(GUANGXI.workdaysBetween(start, end)).isEqualTo(days);
    assertThat(GUANGXI.workdaysBetween(end, start)).isEqualTo(-days);
    assertThat(days == 0 || GUANGXI.isWorkday(end)).isTrue();
  }

  private static Map<String, Object> year(String unsettled) {
    return Map.of(unsettled, true, "off", java.util.List.of(), "work", java.util.List.of());
  }
}
