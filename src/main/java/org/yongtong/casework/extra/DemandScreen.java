package org.yongtong.casework.extra;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yongtong.casework.file.When;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.calendar.CalendarNotLoaded;
import org.yongtong.platform.calendar.WorkCalendar;
import org.yongtong.platform.web.Role;

/** Puts the page of one report together: the department sees neither reporter nor contact. */
@Component
class DemandScreen {

  private final Directory directory;
  private final Journal journal;
  private final WorkCalendar calendar;
  private final HandleExtraDemand handle;
  private final java.time.Clock clock;

  DemandScreen(
      Directory directory,
      Journal journal,
      WorkCalendar calendar,
      HandleExtraDemand handle,
      java.time.Clock clock) {
    this.directory = directory;
    this.journal = journal;
    this.calendar = calendar;
    this.handle = handle;
    this.clock = clock;
  }

  /**
   * What the page says about the last step.
   *
   * @param failed step that was refused, or ""
   */
  record Said(boolean done, @Nullable String problem, String typed, String failed) {
    static Said done(boolean done) {
      return new Said(done, null, "", "");
    }
  }

  /** How the department's days stand, in words; "" when they do not run. */
  record Clock(String word, String tone) {}

  Clock clock(ExtraDemand demand) {
    LocalDate due = demand.dueOn();
    if (demand.state() != DemandState.ASKED || due == null) {
      return new Clock("", "neutral");
    }
    LocalDate today = LocalDate.now(clock);
    try {
      int left = calendar.workdaysBetween(today, due);
      if (today.isAfter(due)) {
        return new Clock("逾期 %d 个工作日未答复".formatted(Math.max(1, -left)), "late");
      }
      return left == 0
          ? new Clock("今日应当答复", "near")
          : new Clock("剩 %d 个工作日".formatted(left), left <= 1 ? "near" : "good");
    } catch (CalendarNotLoaded missing) {
      return new Clock("期限待定", "neutral");
    }
  }

  DeskDemandPage page(ExtraDemand demand, SignedIn me, Said said) {
    boolean supervisor = me.roles().contains(Role.SUPERVISOR);
    ExtraDemand.Told told = demand.told();
    List<DeskDemandPage.Fact> facts = new ArrayList<>();
    add(facts, "事项", demand.itemName());
    add(facts, "实施部门", directory.department(demand.department()).name());
    add(facts, "谁提出的", told.who());
    add(facts, "在哪里提出", told.way());
    add(facts, "哪一天", When.day(told.on()));
    add(facts, "办件编号", demand.caseNumber());
    add(facts, "收到举报", When.moment(demand.reportedAt()));
    List<DeskDemandPage.Fact> texts = new ArrayList<>();
    add(texts, "要求部门说明", demand.asked());
    add(texts, "部门答复", demand.answer());
    add(texts, "认定和理由", demand.finding());
    UUID about = demand.caseId();
    Clock now = clock(demand);
    return new DeskDemandPage(
        demand.id(),
        demand.version(),
        demand.number(),
        demand.itemName(),
        demand.taskCode(),
        directory.department(demand.department()).name(),
        demand.state().word(),
        demand.state().tone(),
        now.word(),
        now.tone(),
        facts,
        told.what(),
        supervisor && !told.contact().isBlank() ? told.contact() : null,
        about == null ? null : "/desk/cases/" + about,
        demand.evidenceName(),
        texts,
        actions(demand, me),
        journal
            .about(new Subject(ReportExtraDemand.SUBJECT, demand.id().toString()))
            .reversed()
            .stream()
            .map(
                entry ->
                    new DeskDemandPage.Step(
                        When.moment(entry.at()),
                        entry.kind().equals(DemandStep.REPORT.kind())
                            ? "举报人"
                            : entry.act().actor().name(),
                        DemandWords.step(entry.kind())))
            .toList(),
        said.done() ? "已经办好，并记入全程留痕。" : null,
        said.problem(),
        said.typed(),
        said.failed());
  }

  private static void add(List<DeskDemandPage.Fact> facts, String label, @Nullable String value) {
    if (value != null && !value.isBlank()) {
      facts.add(new DeskDemandPage.Fact(label, value));
    }
  }

  private List<DeskDemandPage.Action> actions(ExtraDemand demand, SignedIn me) {
    boolean late = demand.late(LocalDate.now(clock));
    List<DeskDemandPage.Action> actions = new ArrayList<>();
    String path = "/desk/extra-demands/" + demand.id();
    if (may(demand, DemandStep.ASK, late, me)) {
      actions.add(
          new DeskDemandPage.Action(
              "ask",
              path + "/ask",
              demand.state() == DemandState.OPEN ? "转部门答复" : "请部门补充答复",
              "请部门说明什么",
              "部门应当在 %d 个工作日内答复；部门看不到举报人和联系方式。".formatted(handle.days()),
              "转给部门",
              Map.of()));
    }
    if (may(demand, DemandStep.ANSWER, late, me)) {
      actions.add(
          new DeskDemandPage.Action(
              "answer",
              path + "/answer",
              "答复",
              "本部门的答复",
              "写明当时要求了什么、依据是什么；没有依据的，写明怎样纠正。",
              "提交答复",
              Map.of()));
    }
    Map<String, String> findings = new LinkedHashMap<>();
    if (may(demand, DemandStep.FOUND, late, me)) {
      findings.put("founded", "属实：确实在办事指南之外另提了要求");
    }
    if (may(demand, DemandStep.DISMISS, late, me)) {
      findings.put("unfounded", "不属实：没有另提要求，或者属于办事指南的内容");
    }
    if (!findings.isEmpty()) {
      actions.add(
          new DeskDemandPage.Action(
              "finding",
              path + "/finding",
              findings.containsKey("founded") ? "作出认定" : "明显不属实的，直接认定",
              "理由",
              "理由告诉举报人，也在查询页面显示，不要写个人信息。",
              "作出认定",
              findings));
    }
    return actions;
  }

  private static boolean may(ExtraDemand demand, DemandStep step, boolean late, SignedIn me) {
    return DemandCycle.find(demand.state(), step, late)
        .filter(row -> me.roles().contains(row.by()))
        .isPresent();
  }
}
