package org.yongtong.casework.mine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.CaseClock;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.DayWords;
import org.yongtong.casework.file.ProcedureLines;
import org.yongtong.casework.file.State;
import org.yongtong.journal.Entry;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.calendar.WorkCalendar;

/** The clock of a case as the applicant reads it, with every start and stop explained. */
@Component
class ClockLines {

  private final CaseFiles files;
  private final ProcedureLines procedures;
  private final WorkCalendar calendar;
  private final java.time.Clock clock;

  ClockLines(
      CaseFiles files, ProcedureLines procedures, WorkCalendar calendar, java.time.Clock clock) {
    this.files = files;
    this.procedures = procedures;
    this.calendar = calendar;
    this.clock = clock;
  }

  CasePage.ClockView of(CaseFile file, List<Entry> history) {
    try {
      return view(file, history, files.clockOf(file, history));
    } catch (CalendarNotLoaded missing) {
      return new CasePage.ClockView("期限待定", "paused", "节假日安排公布后计算。", List.of());
    }
  }

  private CasePage.ClockView view(CaseFile file, List<Entry> history, CaseClock now) {
    LocalDate today = LocalDate.now(clock);
    CaseClock.Standing standing = now.standing(today, calendar);
    LocalDate due = now.dueOn();
    String mark = due != null && calendar.provisional(due) ? "（暂定：国务院还没有公布那一年的节假日，公布后重新计算）" : "";
    List<String> lines = lines(file, history, now);
    if (file.state().closed()) {
      return new CasePage.ClockView("已经结束", "done", ended(file, now), lines);
    }
    if (due == null) {
      return file.state() == State.CORRECTING
          ? new CasePage.ClockView("停止计时", "paused", "等您补正，收到补正内容后重新计算受理期限。", lines)
          : new CasePage.ClockView("期限待定", "paused", "节假日安排公布后计算。", lines);
    }
    String what =
        switch (now.running()) {
          case ACCEPTANCE -> "决定是否受理";
          case DECISION -> "作出决定";
          case SPECIAL -> "完成特别程序";
          case DELIVERY -> "送达结果";
          case NONE, CONSULT -> "";
        };
    if (now.running() == CaseClock.Kind.SPECIAL) {
      return new CasePage.ClockView(
          standing.tone() == CaseClock.Tone.LATE ? "特别程序" + standing.word() : "停止计时",
          standing.tone() == CaseClock.Tone.LATE ? "late" : "paused",
          "正在进行“%s”，计划%s前完成%s；完成后继续计算，承诺期限还剩 %d 个工作日。"
              .formatted(
                  String.join("”“", file.specialRunning()),
                  DayWords.of(due),
                  mark,
                  now.promisedLeft()),
          lines);
    }
    return new CasePage.ClockView(
        standing.word(),
        standing.tone().css(),
        "最迟%s前%s%s".formatted(DayWords.of(due), what, mark),
        lines);
  }

  private String ended(CaseFile file, CaseClock now) {
    LocalDate accepted = file.acceptedOn();
    LocalDate decided = file.decidedOn();
    if (accepted == null || decided == null) {
      return "";
    }
    int used = calendar.workdaysBetween(accepted, decided) - now.uncounted();
    int early = file.promisedDays() + file.extensionDays() - used;
    return "受理到决定用了 %d 个工作日".formatted(used)
        + (now.uncounted() > 0 ? "（另有特别程序 %d 个工作日不计入）".formatted(now.uncounted()) : "")
        + (early > 0 ? "，比承诺提前 %d 个工作日。".formatted(early) : "。");
  }

  private List<String> lines(CaseFile file, List<Entry> history, CaseClock now) {
    List<String> lines = new ArrayList<>();
    for (Entry entry : history) {
      String day = DayWords.day(entry.at());
      switch (entry.kind()) {
        case "case.submitted" ->
            lines.add("%s收到申请，%d 个工作日内决定是否受理。".formatted(day, CaseClock.ACCEPTANCE_DAYS));
        case "case.correction_required" -> lines.add("%s告知补正，停止计时。".formatted(day));
        case "case.corrected" ->
            lines.add("%s收到补正，重新计算 %d 个工作日的受理期限。".formatted(day, CaseClock.ACCEPTANCE_DAYS));
        case "case.accepted", "case.deemed_accepted" ->
            lines.add(
                "%s受理，开始计算办理期限（受理当日不算）。"
                    .formatted(
                        DayWords.of(LocalDate.parse(String.valueOf(entry.payload().get("on"))))));
        case "case.extension_approved" ->
            lines.add("%s批准延长 %s 个工作日。".formatted(day, entry.payload().get("days")));
        case "case.approved", "case.refused" ->
            lines.add("%s作出决定，%d 个工作日内送达。".formatted(day, CaseClock.DELIVERY_DAYS));
        default -> {}
      }
    }
    lines.addAll(procedures.of(history));
    if (now.stopped()) {
      lines.add(
          "特别程序结束之日起继续计算：承诺期限还剩 %d 个工作日，法定期限还剩 %d 个工作日。"
              .formatted(now.promisedLeft(), now.legalLeft()));
    }
    if (now.running() == CaseClock.Kind.DECISION) {
      limit(lines, "承诺 %d 个工作日".formatted(file.promisedDays()), now.promisedDueOn());
      limit(lines, "法定 %d 个工作日".formatted(file.legalDays()), now.legalDueOn());
    }
    return lines;
  }

  private void limit(
      List<String> lines, String what, @org.jspecify.annotations.Nullable LocalDate due) {
    if (due != null) {
      lines.add(
          "%s，最迟%s%s。".formatted(what, DayWords.of(due), calendar.provisional(due) ? "（暂定）" : ""));
    }
  }
}
