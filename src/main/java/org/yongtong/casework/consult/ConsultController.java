package org.yongtong.casework.consult;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.desk.ActionDesk;
import org.yongtong.casework.desk.ActionForm;
import org.yongtong.casework.desk.Line;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Consult;
import org.yongtong.casework.file.Consults;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.When;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Pages of asking another department: ask, recall; answer, return as not theirs; own answers. */
@Controller
@Allow(value = Who.STAFF, roles = Role.REVIEWER)
class ConsultController {

  private static final int SHOWN = 50;
  private static final String AFTERWARDS = "/desk/consults?done=";

  private final ActionDesk desk;
  private final AskDepartment ask;
  private final Consults consults;
  private final CaseFiles files;
  private final Directory directory;

  ConsultController(
      ActionDesk desk, AskDepartment ask, Consults consults, CaseFiles files, Directory directory) {
    this.desk = desk;
    this.ask = ask;
    this.consults = consults;
    this.files = files;
    this.directory = directory;
  }

  @GetMapping("/desk/cases/{id}/consult")
  ModelAndView askForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    var typed = new AskDepartment.Typed("", "", String.valueOf(ask.usualDays()), "");
    return desk.show(file, asking(file, typed, ActionDesk.fresh(file)), Party.REVIEWER);
  }

  @PostMapping("/desk/cases/{id}/consult")
  ModelAndView ask(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String question,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "") String shared,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    var typed = new AskDepartment.Typed(department, question, days, shared);
    var request =
        new CaseActions.Request(id, version, key, "%s\n%s".formatted(Action.CONSULT, typed));
    return desk.answer(
        file, asking(file, typed, new ActionForm.Sent(version, key)), ask.ask(request, typed, me));
  }

  private ActionForm asking(CaseFile file, AskDepartment.Typed typed, ActionForm.Sent sent) {
    Map<String, String> departments = new LinkedHashMap<>();
    departments.put("", "请选择");
    directory.departments().stream()
        .filter(one -> one.division().equals(file.division()))
        .filter(one -> !one.key().equals(file.department()))
        .filter(one -> !file.consulted().contains(one.key()))
        .filter(one -> !directory.staffOf(one.key()).isEmpty())
        .forEach(one -> departments.put(one.key(), one.name()));
    Map<String, String> shared = new LinkedHashMap<>();
    shared.put("false", "只给本部门看");
    shared.put("true", "参加这个办件的其他部门也能看");
    return ActionForm.of(
            Action.CONSULT,
            "征求其他部门意见",
            "对方部门的审查人员在答复以前可以看这个办件，答复以后只看得到自己的答复。征求意见的时间照常计入办理期限，不停钟；答复以前不能提出最后一级审查意见。",
            "发出征求意见",
            sent)
        .withInputs(
            ActionForm.Input.select("department", "向哪个部门征求", null, typed.department(), departments),
            ActionForm.Input.text(
                "question", "征求的问题", "写明要对方就什么提出意见，例如：该地址是否在拆迁范围内。", typed.question()),
            ActionForm.Input.number(
                "days",
                "几个工作日内答复",
                "不填的按 %d 个工作日，最多 %d 个。".formatted(ask.usualDays(), AskDepartment.MOST_DAYS),
                typed.days()),
            ActionForm.Input.choice("shared", "答复给谁看", null, typed.shared(), shared));
  }

  @GetMapping("/desk/cases/{id}/consult-recall")
  ModelAndView recallForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    String only = file.consulted().size() == 1 ? file.consulted().getFirst() : "";
    return desk.show(file, recalling(file, only, "", ActionDesk.fresh(file)), Party.REVIEWER);
  }

  @PostMapping("/desk/cases/{id}/consult-recall")
  ModelAndView recall(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String department,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s\n%s".formatted(Action.RECALL_CONSULT, department, reason));
    return desk.answer(
        file,
        recalling(file, department, reason, new ActionForm.Sent(version, key)),
        ask.recall(request, department, reason, me));
  }

  private ActionForm recalling(
      CaseFile file, String department, String reason, ActionForm.Sent sent) {
    Map<String, String> open = new LinkedHashMap<>();
    file.consulted().forEach(key -> open.put(key, name(key)));
    return ActionForm.of(Action.RECALL_CONSULT, "撤回征求意见", "撤回后对方不再看到这个办件，也不能再答复。", "撤回", sent)
        .withInputs(
            ActionForm.Input.choice("department", "撤回向哪个部门的", null, department, open),
            ActionForm.Input.text("reason", "撤回的理由", null, reason));
  }

  @GetMapping("/desk/cases/{id}/consult-answer")
  ModelAndView answerForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.CONSULTED);
    return desk.show(file, answering(file, me, null, "", ActionDesk.fresh(file)), Party.CONSULTED);
  }

  @PostMapping("/desk/cases/{id}/consult-answer")
  ModelAndView answer(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(required = false) Consult.@Nullable Outcome outcome,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.CONSULTED);
    var said =
        outcome == Consult.Outcome.AGREE
                || outcome == Consult.Outcome.DISAGREE
                || outcome == Consult.Outcome.NO_OPINION
            ? outcome
            : null;
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s\n%s".formatted(Action.ANSWER_CONSULT, said, text));
    return desk.answer(
        file,
        answering(file, me, said, text, new ActionForm.Sent(version, key)),
        ask.answer(request, said, text, me),
        AFTERWARDS + Action.ANSWER_CONSULT);
  }

  private ActionForm answering(
      CaseFile file,
      SignedIn me,
      Consult.@Nullable Outcome outcome,
      String text,
      ActionForm.Sent sent) {
    Map<String, String> outcomes = new LinkedHashMap<>();
    for (var one :
        List.of(Consult.Outcome.AGREE, Consult.Outcome.DISAGREE, Consult.Outcome.NO_OPINION)) {
      outcomes.put(one.name(), one.word());
    }
    return ActionForm.of(
            Action.ANSWER_CONSULT, "答复征求意见", "答复发出后不能再改；发出后您看不到这个办件，只看得到自己的答复。", "发出答复", sent)
        .withFacts(asked(file, me))
        .withInputs(
            ActionForm.Input.choice(
                "outcome", "意见", null, outcome == null ? "" : outcome.name(), outcomes),
            ActionForm.Input.text("text", "答复说明", "写明事实和依据。", text));
  }

  @GetMapping("/desk/cases/{id}/consult-decline")
  ModelAndView declineForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.CONSULTED);
    return desk.show(file, declining(file, me, "", ActionDesk.fresh(file)), Party.CONSULTED);
  }

  @PostMapping("/desk/cases/{id}/consult-decline")
  ModelAndView decline(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.CONSULTED);
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s".formatted(Action.DECLINE_CONSULT, reason));
    return desk.answer(
        file,
        declining(file, me, reason, new ActionForm.Sent(version, key)),
        ask.decline(request, reason, me),
        AFTERWARDS + Action.DECLINE_CONSULT);
  }

  private ActionForm declining(CaseFile file, SignedIn me, String reason, ActionForm.Sent sent) {
    return ActionForm.of(
            Action.DECLINE_CONSULT, "退回征求意见", "征求的问题不属于本部门职责的，写明理由退回；属于哪个部门知道的，请一并写明。", "退回", sent)
        .withFacts(asked(file, me))
        .withInputs(ActionForm.Input.text("reason", "退回的理由", null, reason));
  }

  private List<Line> asked(CaseFile file, SignedIn me) {
    Optional<Consult> open = ask.own(file, me);
    if (open.isEmpty()) {
      return List.of();
    }
    Consult consult = open.get();
    return List.of(
        new Line("征求部门", name(file.department())),
        new Line("征求的问题", consult.question()),
        new Line("提出", "%s，%s".formatted(consult.askedName(), When.moment(consult.askedAt()))),
        new Line(
            "答复期限",
            consult.dueOn() == null
                ? "%d 个工作日".formatted(consult.days())
                : "%s前".formatted(When.day(consult.dueOn()))),
        new Line("答复给谁看", consult.shared() ? "参加办理的部门都能看" : "只给征求部门看"));
  }

  /** What the own department answered: the question and the answer, no more of the case. */
  @GetMapping("/desk/consults")
  ModelAndView own(
      @RequestParam(required = false) @Nullable String done, @AuthenticationPrincipal SignedIn me) {
    String department = me.department();
    List<ConsultsPage.Row> rows =
        (department == null ? List.<Consult>of() : consults.closedOf(department, SHOWN))
            .stream().map(this::row).toList();
    return new ModelAndView(
        "casework/consult/list",
        Map.of(
            "page",
            new ConsultsPage(rows, done(done), department == null ? "" : name(department))));
  }

  private ConsultsPage.Row row(Consult consult) {
    CaseFile file = files.find(consult.caseId()).orElseThrow();
    return new ConsultsPage.Row(
        file.number(),
        file.itemName(),
        name(file.department()),
        consult.question(),
        consult.closedAs() == null ? "" : consult.closedAs().word(),
        consult.answered() || consult.closedAs() == Consult.Outcome.DECLINED
            ? consult.closedText()
            : "",
        consult.closedName(),
        consult.closedAt() == null ? "" : When.moment(consult.closedAt()));
  }

  private static String done(@Nullable String done) {
    if (Action.ANSWER_CONSULT.name().equals(done)) {
      return "答复已发出。";
    }
    return Action.DECLINE_CONSULT.name().equals(done) ? "征求意见已退回。" : "";
  }

  private String name(String department) {
    return directory.findDepartment(department).map(Department::name).orElse(department);
  }
}
