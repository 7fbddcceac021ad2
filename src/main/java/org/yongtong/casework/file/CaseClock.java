package org.yongtong.casework.file;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yongtong.platform.calendar.WorkCalendar;

/**
 * The clocks of a case at one moment: a pure function of its events, its item's limits and the
 * calendar; never edited by hand.
 *
 * @param running which clock runs now; {@link Kind#NONE} when it is the applicant's turn or all is
 *     over
 * @param dueOn last day of the running clock
 * @param legalDueOn last day by law for the decision, once accepted
 * @param promisedDueOn last day by promise for the decision, once accepted
 * @param procedureDueOn the earliest planned end of the special procedures that run
 * @param stopped the clock for the decision stands (行政许可法 §45); {@code legalLeft} and {@code
 *     promisedLeft} working days are left then, and the two limits have no last day
 * @param uncounted working days of the decision's time that did not count
 * @param provisional the due day falls in a year whose holidays are not announced yet: it is
 *     recomputed when they are
 */
public record CaseClock(
    Kind running,
    @Nullable LocalDate since,
    @Nullable LocalDate dueOn,
    @Nullable LocalDate legalDueOn,
    @Nullable LocalDate promisedDueOn,
    @Nullable LocalDate procedureDueOn,
    boolean stopped,
    int legalLeft,
    int promisedLeft,
    int uncounted,
    boolean provisional) {

  /** Days for the acceptance decision: 行政许可法 §32(1)4. */
  public static final int ACCEPTANCE_DAYS = 5;

  /** Days for delivering the paper after the decision: 行政许可法 §44. */
  public static final int DELIVERY_DAYS = 10;

  /** Longest extension: 行政许可法 §42(1). */
  public static final int EXTENSION_DAYS = 10;

  public enum Kind {
    NONE(""),
    ACCEPTANCE("受理期限"),
    DECISION("承诺期限"),
    SPECIAL("特别程序"),
    /** Of a question to another department; never the clock of the case. */
    CONSULT("征求意见"),
    DELIVERY("送达期限");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /**
   * @throws org.yongtong.platform.calendar.CalendarNotLoaded when a due day lies outside the loaded
   *     years
   */
  public static CaseClock of(
      List<ClockEvent> events, int legalDays, int promisedDays, WorkCalendar calendar) {
    Kind running = Kind.NONE;
    LocalDate since = null;
    LocalDate accepted = null;
    LocalDate decided = null;
    int extended = 0;
    var stops = new Stops();
    for (ClockEvent event : events) {
      switch (event) {
        case ClockEvent.Received received -> {
          running = Kind.ACCEPTANCE;
          since = received.on();
        }
        case ClockEvent.CorrectionRequired required -> {
          running = Kind.NONE;
          since = required.on();
        }
        case ClockEvent.Accepted acceptance -> {
          running = Kind.DECISION;
          since = acceptance.on();
          accepted = acceptance.on();
        }
        // both limits move by the same working days
        case ClockEvent.Extended extension -> extended += extension.workdays();
        case ClockEvent.Stopped stop ->
            stops.begin(stop.on(), stop.procedure(), stop.workdays(), true);
        case ClockEvent.Alongside begun ->
            stops.begin(begun.on(), begun.procedure(), begun.workdays(), false);
        case ClockEvent.Prolonged more -> stops.prolong(more.procedure(), more.workdays());
        case ClockEvent.Resumed end -> stops.end(end.on(), end.procedure());
        case ClockEvent.Decided decision -> {
          running = Kind.DELIVERY;
          since = decision.on();
          decided = decision.on();
          stops.endAll(decision.on());
        }
        case ClockEvent.Closed closed -> {
          running = Kind.NONE;
          since = closed.on();
          stops.endAll(closed.on());
        }
      }
    }
    LocalDate legal = null;
    LocalDate promised = null;
    int legalLeft = 0;
    int promisedLeft = 0;
    int uncounted = 0;
    if (accepted != null) {
      legal = stops.due(calendar, accepted, legalDays + extended);
      promised = stops.due(calendar, accepted, promisedDays + extended);
      legalLeft = legal == null ? stops.left(calendar, accepted, legalDays + extended) : 0;
      promisedLeft = promised == null ? stops.left(calendar, accepted, promisedDays + extended) : 0;
      uncounted = decided == null ? 0 : stops.uncounted(calendar, accepted, decided);
    }
    boolean stopped = running == Kind.DECISION && stops.openFrom() != null;
    // a stop does not heal a limit that had passed before it
    if (stopped && promised == null) {
      running = Kind.SPECIAL;
      since = stops.openFrom();
    }
    LocalDate due =
        switch (running) {
          case NONE, CONSULT -> null;
          case ACCEPTANCE -> plus(calendar, since, ACCEPTANCE_DAYS);
          case DECISION -> promised;
          case SPECIAL -> stops.stopPlannedUntil(calendar);
          case DELIVERY -> plus(calendar, since, DELIVERY_DAYS);
        };
    boolean provisional =
        (due != null && calendar.provisional(due))
            || (legal != null && calendar.provisional(legal));
    return new CaseClock(
        running,
        since,
        due,
        legal,
        promised,
        stops.plannedEnd(calendar),
        stopped,
        legalLeft,
        promisedLeft,
        uncounted,
        provisional);
  }

  /** A clock of which no more is known than when it runs out, as the columns of a list say. */
  public static CaseClock until(Kind running, LocalDate due) {
    return new CaseClock(running, null, due, null, null, null, false, 0, 0, 0, false);
  }

  private static @Nullable LocalDate plus(
      WorkCalendar calendar, @Nullable LocalDate day, int workdays) {
    return day == null ? null : calendar.plusWorkdays(day, workdays);
  }

  /**
   * How the running clock stands today.
   *
   * @param workdaysLeft working days until the due day; 0 = today, negative = overdue
   */
  public Standing standing(LocalDate today, WorkCalendar calendar) {
    if (dueOn == null) {
      return new Standing(running, 0, Tone.NONE);
    }
    int left = calendar.workdaysBetween(today, dueOn);
    if (today.isAfter(dueOn)) {
      left = Math.min(left, -1);
    }
    return new Standing(running, left, left < 0 ? Tone.LATE : left <= 1 ? Tone.NEAR : Tone.GOOD);
  }

  public enum Tone {
    NONE("neutral"),
    GOOD("good"),
    NEAR("near"),
    LATE("late");

    private final String css;

    Tone(String css) {
      this.css = css;
    }

    public String css() {
      return css;
    }
  }

  public record Standing(Kind kind, int workdaysLeft, Tone tone) {

    /** e.g. 剩 3 个工作日, 今日到期, 超期 2 个工作日. */
    public String word() {
      return switch (tone) {
        case NONE -> "";
        case LATE -> "超期 %d 个工作日".formatted(-workdaysLeft);
        default -> workdaysLeft == 0 ? "今日到期" : "剩 %d 个工作日".formatted(workdaysLeft);
      };
    }
  }
}
