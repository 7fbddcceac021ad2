package org.yongtong.casework.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.yongtong.platform.calendar.OfficeDays;
import org.yongtong.platform.calendar.WorkCalendar;

/** The clock of the decision while special procedures run (行政许可法 §45). */
class StoppedClockTest {

  private static final WorkCalendar CALENDAR = CaseClockTest.CalendarFixture.nanning();
  private static final LocalDate MONDAY = LocalDate.parse("2026-11-23");
  private static final ClockEvent RECEIVED = new ClockEvent.Received(MONDAY);
  private static final ClockEvent ACCEPTED = new ClockEvent.Accepted(MONDAY);

  @Test
  void theClockStandsAndBothLimitsAreOpenUntilTheProcedureEnds() {
    var clock = clock(new ClockEvent.Stopped(MONDAY.plusDays(2), "a", 5));
    assertThat(clock.running()).isEqualTo(CaseClock.Kind.SPECIAL);
    assertThat(clock.stopped()).isTrue();
    assertThat(clock.dueOn()).isEqualTo("2026-12-02");
    assertThat(clock.promisedDueOn()).isNull();
    assertThat(clock.legalDueOn()).isNull();
    // the Tuesday was counted, the Wednesday is not
    assertThat(clock.promisedLeft()).isEqualTo(7);
    assertThat(clock.legalLeft()).isEqualTo(19);
  }

  @Test
  void itRunsOnFromTheDayOfTheEndByArticle45() {
    var clock =
        clock(
            new ClockEvent.Stopped(MONDAY.plusDays(2), "a", 5),
            new ClockEvent.Resumed(MONDAY.plusDays(7), "a"));
    // Wednesday, Thursday and Friday did not count: three days later than 12-03 and 12-21
    assertThat(clock.promisedDueOn()).isEqualTo("2026-12-08");
    assertThat(clock.legalDueOn()).isEqualTo("2026-12-24");
    assertThat(clock.running()).isEqualTo(CaseClock.Kind.DECISION);
    assertThat(clock.procedureDueOn()).isNull();
  }

  @Test
  void twoAtOnceCountOnce() {
    var clock =
        clock(
            new ClockEvent.Stopped(MONDAY.plusDays(2), "a", 5),
            new ClockEvent.Stopped(MONDAY.plusDays(3), "b", 5),
            new ClockEvent.Resumed(MONDAY.plusDays(4), "a"),
            new ClockEvent.Resumed(MONDAY.plusDays(7), "b"));
    assertThat(clock.promisedDueOn()).isEqualTo("2026-12-08");
  }

  @Test
  void aProcedureThatStopsNothingHasItsOwnPlannedEndBesideTheLimits() {
    var clock = clock(new ClockEvent.Alongside(MONDAY.plusDays(2), "notice", 5));
    assertThat(clock.running()).isEqualTo(CaseClock.Kind.DECISION);
    assertThat(clock.promisedDueOn()).isEqualTo("2026-12-03");
    assertThat(clock.procedureDueOn()).isEqualTo("2026-12-02");
  }

  @Test
  void prolongingMovesThePlannedEndByWorkingDays() {
    var clock =
        clock(
            new ClockEvent.Stopped(MONDAY, "a", 5),
            new ClockEvent.Prolonged(MONDAY.plusDays(4), "a", 3));
    assertThat(clock.dueOn()).isEqualTo("2026-12-03");
  }

  @Test
  void aStopDoesNotHealALimitThatHadPassed() {
    var clock = clock(new ClockEvent.Stopped(LocalDate.parse("2026-12-07"), "a", 5));
    assertThat(clock.running()).isEqualTo(CaseClock.Kind.DECISION);
    assertThat(clock.dueOn()).isEqualTo("2026-12-03");
    assertThat(clock.stopped()).isTrue();
    assertThat(clock.legalDueOn()).isNull();
  }

  @Test
  void withdrawingEndsAllClocks() {
    var clock =
        clock(
            new ClockEvent.Stopped(MONDAY.plusDays(2), "a", 5),
            new ClockEvent.Closed(MONDAY.plusDays(3)));
    assertThat(clock.dueOn()).isNull();
    assertThat(clock.procedureDueOn()).isNull();
    assertThat(clock.stopped()).isFalse();
  }

  /** When a procedure ran, in days after the acceptance. */
  record Ran(int from, int days, boolean stops) {}

  /** Whatever runs when, over any calendar, the limits are those of crossing out day after day. */
  @Property(tries = 500)
  void theLimitsAgreeWithCrossingOutDayByDay(
      @ForAll("starts") LocalDate start,
      @ForAll("procedures") List<Ran> procedures,
      @ForAll("officeDays") Set<Integer> closed,
      @ForAll("limits") int promised,
      @ForAll("limits") int extension) {
    WorkCalendar calendar =
        CALENDAR.with(
            new OfficeDays(
                closed.stream().map(start::plusDays).collect(Collectors.toSet()), Set.of()));
    int legal = promised + 7;
    var clock = CaseClock.of(events(start, procedures, extension), legal, promised, calendar);
    assertThat(clock.promisedDueOn())
        .isEqualTo(crossedOut(calendar, start, procedures, promised + extension));
    assertThat(clock.legalDueOn())
        .isEqualTo(crossedOut(calendar, start, procedures, legal + extension));
    assertThat(clock.stopped()).isFalse();
  }

  private static LocalDate crossedOut(
      WorkCalendar calendar, LocalDate start, List<Ran> procedures, int days) {
    int counted = 0;
    LocalDate last = start;
    for (int after = 1; counted < days; after++) {
      boolean crossed = !calendar.isWorkday(start.plusDays(after));
      for (Ran ran : procedures) {
        for (int i = 0; i < ran.days(); i++) {
          crossed = crossed || (ran.stops() && ran.from() + i == after);
        }
      }
      if (!crossed) {
        counted++;
        last = start.plusDays(after);
      }
    }
    return last;
  }

  private static List<ClockEvent> events(LocalDate start, List<Ran> procedures, int extension) {
    List<ClockEvent> dated = new ArrayList<>();
    for (int i = 0; i < procedures.size(); i++) {
      Ran ran = procedures.get(i);
      LocalDate on = start.plusDays(ran.from());
      dated.add(
          ran.stops()
              ? new ClockEvent.Stopped(on, "p" + i, 10)
              : new ClockEvent.Alongside(on, "p" + i, 10));
      dated.add(new ClockEvent.Resumed(on.plusDays(ran.days()), "p" + i));
    }
    dated.add(new ClockEvent.Extended(start.plusDays(3), extension));
    // stable: what begins and ends on one day keeps its order
    dated.sort(Comparator.comparing(ClockEvent::on));
    List<ClockEvent> events = new ArrayList<>();
    events.add(new ClockEvent.Received(start));
    events.add(new ClockEvent.Accepted(start));
    events.addAll(dated);
    return events;
  }

  @Provide
  Arbitrary<LocalDate> starts() {
    return Arbitraries.integers()
        .between(0, 600)
        .map(n -> LocalDate.parse("2024-01-02").plusDays(n));
  }

  @Provide
  Arbitrary<List<Ran>> procedures() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 40),
            Arbitraries.integers().between(0, 25),
            Arbitraries.of(true, true, false))
        .as(Ran::new)
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<Set<Integer>> officeDays() {
    return Arbitraries.integers().between(1, 60).set().ofMaxSize(12);
  }

  @Provide
  Arbitrary<Integer> limits() {
    return Arbitraries.integers().between(0, 25);
  }

  private static CaseClock clock(ClockEvent... events) {
    List<ClockEvent> all = new ArrayList<>(List.of(RECEIVED, ACCEPTED));
    all.addAll(List.of(events));
    return CaseClock.of(all, 20, 8, CALENDAR);
  }
}
