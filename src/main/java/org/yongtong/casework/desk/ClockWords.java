package org.yongtong.casework.desk;

import java.time.Clock;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseClock;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Deferred;
import org.yongtong.casework.file.State;
import org.yongtong.casework.file.When;
import org.yongtong.platform.calendar.WorkCalendar;

/** The clock of a case as staff see it: a word, a tone and when it ends. */
@Component
public class ClockWords {

  private final WorkCalendar calendar;
  private final Clock clock;

  ClockWords(WorkCalendar calendar, Clock clock) {
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * @param tone as of {@code component/pill.jte} and {@code component/clock.jte}
   */
  public record View(String word, String tone, String detail) {}

  public View of(CaseFile file) {
    View view = of(file.state(), file.dueKind(), file.dueOn());
    if (file.dueKind() == CaseClock.Kind.SPECIAL) {
      return new View(
          view.word(),
          view.tone(),
          "“%s”，%s".formatted(String.join("”“", file.specialRunning()), view.detail()));
    }
    LocalDate legal = file.legalDueOn();
    if (legal == null || file.dueKind() != CaseClock.Kind.DECISION) {
      return view;
    }
    return new View(view.word(), view.tone(), view.detail() + "；法定期限至" + When.day(legal));
  }

  /** From the columns of a list. */
  public View of(State state, CaseClock.Kind kind, @Nullable LocalDate due) {
    if (state == State.CORRECTING) {
      return new View("等申请人补正", "paused", "补正期间不计入办理期限，收到补正后重新计算受理期限");
    }
    if (state.closed() || kind == CaseClock.Kind.NONE) {
      return new View(state.closed() ? state.word() : "未计时", "done", "");
    }
    if (due == null) {
      return new View("到期日待定", "near", "日历还没有载入到期的年份，载入后自动算出");
    }
    var standing = CaseClock.until(kind, due).standing(LocalDate.now(clock), calendar);
    if (kind == CaseClock.Kind.SPECIAL) {
      return new View(
          "特别程序 " + standing.word(),
          standing.tone() == CaseClock.Tone.GOOD ? "paused" : standing.tone().css(),
          "计划%s结束，期间不计入办理期限".formatted(When.day(due)));
    }
    return new View(
        standing.word(), standing.tone().css(), "%s至%s".formatted(kind.word(), When.day(due)));
  }

  /**
   * The clock of a special procedure that runs beside the case's own; null when none does or it is
   * the case's clock itself.
   */
  public @Nullable View special(CaseClock.Kind kind, @Nullable LocalDate specialDue) {
    if (specialDue == null || kind == CaseClock.Kind.SPECIAL) {
      return null;
    }
    var standing =
        CaseClock.until(CaseClock.Kind.SPECIAL, specialDue)
            .standing(LocalDate.now(clock), calendar);
    return new View(
        "特别程序 " + standing.word(), standing.tone().css(), "计划%s结束".formatted(When.day(specialDue)));
  }

  /** What is awaited of the papers that were promised for later; null when nothing is. */
  public @Nullable View later(Deferred deferred) {
    if (!deferred.open()) {
      return null;
    }
    String names = String.join("、", deferred.papers());
    if (deferred.stage() == Deferred.Stage.MISSED) {
      return new View("容缺逾期未补", "late", names);
    }
    if (deferred.toCheck() > 0) {
      return new View("补交待核对 %d 份".formatted(deferred.toCheck()), "near", names);
    }
    LocalDate due = deferred.dueOn();
    if (due == null) {
      return null;
    }
    var standing =
        CaseClock.until(CaseClock.Kind.NONE, due).standing(LocalDate.now(clock), calendar);
    return new View(
        switch (standing.tone()) {
          case LATE -> "待补材料 已过最后一日";
          default ->
              standing.workdaysLeft() == 0
                  ? "待补材料 今日到期"
                  : "待补材料 剩 %d 日".formatted(standing.workdaysLeft());
        },
        standing.tone().css(),
        "%s，最迟%s".formatted(names, When.day(due)));
  }

  /** When the answer of another department is due; null when it has no day. */
  public @Nullable View consult(@Nullable LocalDate due) {
    if (due == null) {
      return null;
    }
    var standing =
        CaseClock.until(CaseClock.Kind.CONSULT, due).standing(LocalDate.now(clock), calendar);
    return new View(
        "征求意见 " + standing.word(), standing.tone().css(), "%s前答复".formatted(When.day(due)));
  }

  /** Last day that counts as near: the next working day. */
  public LocalDate nearUntil() {
    return calendar.plusWorkdays(LocalDate.now(clock), 1);
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  /** The day so many working days from now, null when the calendar does not reach so far. */
  public @Nullable LocalDate after(LocalDate day, int workdays) {
    try {
      return calendar.plusWorkdays(day, workdays);
    } catch (org.yongtong.platform.calendar.CalendarNotLoaded missing) {
      return null;
    }
  }
}
