package org.yongtong.casework.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.yongtong.platform.calendar.WorkCalendar;

/** The clocks of 行政许可法 §32, §42, §44 over the working days of §82. */
class CaseClockTest {

  private static final WorkCalendar CALENDAR = CalendarFixture.nanning();
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");

  @Test
  void acceptanceIsDueFiveWorkingDaysAfterReceiptByArticle32() {
    var clock = clock(new ClockEvent.Received(MONDAY));
    assertThat(clock.running()).isEqualTo(CaseClock.Kind.ACCEPTANCE);
    assertThat(clock.dueOn()).isEqualTo("2026-11-30");
  }

  @Test
  void acceptedCaseGetsItsDueDatesInWorkingDaysByArticles42And82() {
    var clock = clock(new ClockEvent.Received(MONDAY), new ClockEvent.Accepted(MONDAY));
    assertThat(clock.legalDueOn()).isEqualTo("2026-12-21");
    assertThat(clock.promisedDueOn()).isEqualTo("2026-12-03");
    assertThat(clock.dueOn()).isEqualTo("2026-12-03");
    assertThat(clock.provisional()).isFalse();
  }

  @Test
  void theNationalDayHolidayIsNotCounted() {
    var clock =
        clock(
            new ClockEvent.Received(LocalDate.parse("2026-09-18")),
            new ClockEvent.Accepted(LocalDate.parse("2026-09-18")));
    assertThat(clock.legalDueOn()).isEqualTo("2026-10-22");
  }

  @Test
  void noClockRunsWhileTheApplicantCorrects() {
    var clock =
        clock(
            new ClockEvent.Received(MONDAY), new ClockEvent.CorrectionRequired(MONDAY.plusDays(1)));
    assertThat(clock.running()).isEqualTo(CaseClock.Kind.NONE);
    assertThat(clock.dueOn()).isNull();
  }

  @Test
  void aCorrectionStartsTheAcceptanceClockAnew() {
    var clock =
        clock(
            new ClockEvent.Received(MONDAY),
            new ClockEvent.CorrectionRequired(MONDAY.plusDays(1)),
            new ClockEvent.Received(LocalDate.parse("2026-12-01")));
    assertThat(clock.dueOn()).isEqualTo("2026-12-08");
  }

  @Test
  void deemedAcceptanceCountsTheDecisionFromTheDayOfReceiptByArticle32() {
    var clock = clock(new ClockEvent.Received(MONDAY), new ClockEvent.Accepted(MONDAY));
    assertThat(clock.since()).isEqualTo(MONDAY);
    assertThat(clock.legalDueOn()).isEqualTo("2026-12-21");
  }

  @Test
  void anExtensionMovesBothLimitsByItsWorkingDaysByArticle42() {
    var clock =
        clock(
            new ClockEvent.Received(MONDAY),
            new ClockEvent.Accepted(MONDAY),
            new ClockEvent.Extended(MONDAY.plusDays(3), 10));
    assertThat(clock.promisedDueOn()).isEqualTo("2026-12-17");
    assertThat(clock.legalDueOn()).isAfter(LocalDate.parse("2026-12-31"));
    assertThat(clock.provisional()).isTrue();
  }

  @Test
  void thePaperIsDeliveredWithinTenWorkingDaysOfTheDecisionByArticle44() {
    var clock =
        clock(
            new ClockEvent.Received(MONDAY),
            new ClockEvent.Accepted(MONDAY),
            new ClockEvent.Decided(MONDAY.plusDays(2)));
    assertThat(clock.running()).isEqualTo(CaseClock.Kind.DELIVERY);
    assertThat(clock.dueOn()).isEqualTo("2026-12-09");
  }

  @Test
  void theStandingSaysTodayNearAndLateInWords() {
    var clock = clock(new ClockEvent.Received(MONDAY));
    assertThat(clock.standing(MONDAY, CALENDAR).word()).isEqualTo("剩 5 个工作日");
    assertThat(clock.standing(MONDAY.plusDays(4), CALENDAR).tone()).isEqualTo(CaseClock.Tone.NEAR);
    assertThat(clock.standing(LocalDate.parse("2026-11-30"), CALENDAR).word()).isEqualTo("今日到期");
    assertThat(clock.standing(LocalDate.parse("2026-12-02"), CALENDAR).word())
        .isEqualTo("超期 2 个工作日");
    assertThat(clock.standing(LocalDate.parse("2026-12-02"), CALENDAR).tone())
        .isEqualTo(CaseClock.Tone.LATE);
  }

  /** The clock agrees with a slow and obvious second way of counting: walk day by day. */
  @Property(tries = 300)
  void dueDaysAgreeWithWalkingDayByDay(
      @ForAll("starts") LocalDate start, @ForAll("days") int days) {
    var events =
        new ArrayList<ClockEvent>(
            List.of(new ClockEvent.Received(start), new ClockEvent.Accepted(start)));
    LocalDate due = CaseClock.of(events, days, days, CALENDAR).dueOn();
    LocalDate walker = start;
    int left = days;
    while (left > 0) {
      walker = walker.plusDays(1);
      if (CALENDAR.isWorkday(walker)) {
        left--;
      }
    }
    assertThat(due).isEqualTo(walker);
  }

  @Property(tries = 100)
  void afterClosingNothingRuns(@ForAll("starts") LocalDate start) {
    var clock =
        clock(
            new ClockEvent.Received(start),
            new ClockEvent.Accepted(start),
            new ClockEvent.Closed(start.plusDays(3)));
    assertThat(clock.dueOn()).isNull();
  }

  @Provide
  Arbitrary<LocalDate> starts() {
    return Arbitraries.integers()
        .between(0, 900)
        .map(n -> LocalDate.parse("2024-01-02").plusDays(n));
  }

  @Provide
  Arbitrary<Integer> days() {
    return Arbitraries.integers().between(1, 60);
  }

  private static CaseClock clock(ClockEvent... events) {
    return CaseClock.of(List.of(events), 20, 8, CALENDAR);
  }

  /** The pack's own calendar, with the region's days. */
  static final class CalendarFixture {
    static WorkCalendar nanning() {
      return WorkCalendar.of(
          org.yongtong.platform.CityPack.yaml(Path.of("city/nanning/calendar.yaml")), "45");
    }
  }
}
