package org.yongtong.casework.file;

import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yongtong.journal.Entry;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.calendar.WorkCalendar;

/** Every special procedure of a case in a sentence: from when to when the clock stood, and why. */
@Component
public class ProcedureLines {

  private final WorkCalendar calendar;

  ProcedureLines(WorkCalendar calendar) {
    this.calendar = calendar;
  }

  public List<String> of(List<Entry> history) {
    return Procedure.of(history).stream().map(this::line).toList();
  }

  /** The planned last day in words. */
  public String plannedEnd(Procedure procedure) {
    try {
      return When.day(calendar.plusWorkdays(procedure.startedOn(), procedure.plannedDays()));
    } catch (CalendarNotLoaded missing) {
      return "（日期待定）";
    }
  }

  private String line(Procedure one) {
    LocalDate ended = one.endedOn();
    String what = "%s“%s”".formatted(one.kind().word(), one.name());
    String from = When.day(one.startedOn());
    if (ended == null) {
      return "%s起%s：%s，依据%s，计划 %d 个工作日，到%s。"
          .formatted(
              from,
              one.stops() ? "不计入办理期限" : "照常计算办理期限",
              what,
              one.basis(),
              one.plannedDays(),
              plannedEnd(one));
    }
    if (!one.stops()) {
      return "%s到%s：%s，依据%s，计入办理期限。".formatted(from, When.day(ended), what, one.basis());
    }
    if (!ended.isAfter(one.startedOn())) {
      return "%s：%s当日结束，办理期限没有停止。".formatted(from, what);
    }
    return "%s到%s不计入办理期限：%s，依据%s。".formatted(from, When.day(ended.minusDays(1)), what, one.basis());
  }
}
