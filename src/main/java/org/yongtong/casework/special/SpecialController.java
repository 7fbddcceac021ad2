package org.yongtong.casework.special;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.yongtong.casework.desk.PaperView;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Procedure;
import org.yongtong.casework.file.ProcedureLines;
import org.yongtong.casework.file.When;
import org.yongtong.catalogue.ServiceItem.Special;
import org.yongtong.catalogue.StopRule;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Pages of the special procedures: start one, give it more time, put down its result. */
@Controller
@Allow(value = Who.STAFF, roles = Role.REVIEWER)
class SpecialController {

  private final ActionDesk desk;
  private final RunSpecial special;
  private final ProcedureLines lines;

  SpecialController(ActionDesk desk, RunSpecial special, ProcedureLines lines) {
    this.desk = desk;
    this.special = special;
    this.lines = lines;
  }

  @GetMapping("/desk/cases/{id}/special")
  ModelAndView startForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    List<Special> all = special.declared(file);
    String first = all.size() == 1 ? "0" : "";
    var typed =
        all.size() == 1
            ? new RunSpecial.Typed(
                first,
                String.valueOf(all.getFirst().days()),
                special.body(file, all.getFirst()),
                "")
            : new RunSpecial.Typed(first, "", "", "");
    return desk.show(file, start(file, typed, ActionDesk.fresh(file)), Party.REVIEWER);
  }

  @PostMapping("/desk/cases/{id}/special")
  ModelAndView start(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String which,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "") String body,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @Nullable String preview,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    var typed = new RunSpecial.Typed(which, days, body, reason);
    ActionForm form = start(file, typed, new ActionForm.Sent(version, key));
    if (preview != null) {
      return desk.preview(file, form);
    }
    var request =
        new CaseActions.Request(id, version, key, "%s\n%s".formatted(Action.START_SPECIAL, typed));
    return desk.answer(file, form, special.start(request, typed, me));
  }

  private ActionForm start(CaseFile file, RunSpecial.Typed typed, ActionForm.Sent sent) {
    Map<String, String> choices = new LinkedHashMap<>();
    List<Special> all = special.declared(file);
    for (int i = 0; i < all.size(); i++) {
      Special one = all.get(i);
      if (!file.specialRunning().contains(one.name())) {
        StopRule rule = StopRule.of(one);
        choices.put(
            String.valueOf(i),
            "%s“%s”：公布的时间 %d 个工作日，%s（%s）"
                .formatted(
                    one.kind().word(),
                    one.name(),
                    one.days(),
                    rule.stops() ? "不计入办理期限" : "计入办理期限",
                    rule.basis(one)));
      }
    }
    ActionForm form =
        ActionForm.of(
                Action.START_SPECIAL,
                "启动特别程序",
                choices.isEmpty()
                    ? "办事指南没有为本事项规定其他特别程序，不能另行启动。"
                    : "只能启动办事指南为本事项规定的特别程序。所需时间要书面告知申请人；依法不计入期限的，办理期限从今天起停止计算，登记结果之日起继续计算（行政许可法第四十五条）。",
                "启动，发出告知书",
                sent)
            .withInputs(
                ActionForm.Input.choice("which", "哪一项特别程序", null, typed.which(), choices),
                ActionForm.Input.number("days", "计划几个工作日", "不填的按公布的时间；可以少，不能多。", typed.days()),
                ActionForm.Input.line("body", "由谁承担", "不填的按办事指南公布的单位。", typed.body()),
                ActionForm.Input.text(
                    "reason", "启动的原因", "写进告知书，例如：申请的食品类别需要试制样品检验。", typed.reason()));
    var shown =
        new RunSpecial.Typed(
            typed.which(),
            typed.days(),
            typed.body(),
            typed.reason().isBlank() ? "（填写后显示）" : typed.reason());
    return special
        .chosen(file, typed.which())
        .map(
            one ->
                form.withPaper(
                    PaperView.draft(special.paper(file, special.order(file, one, shown))), true))
        .orElse(form.withPreview());
  }

  @GetMapping("/desk/cases/{id}/special-prolong")
  ModelAndView prolongForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    return desk.show(
        file, prolonging(file, only(file), "", "", ActionDesk.fresh(file)), Party.REVIEWER);
  }

  @PostMapping("/desk/cases/{id}/special-prolong")
  ModelAndView prolong(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String which,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @Nullable String preview,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    ActionForm form = prolonging(file, which, days, reason, new ActionForm.Sent(version, key));
    if (preview != null) {
      return desk.preview(file, form);
    }
    var request =
        new CaseActions.Request(
            id,
            version,
            key,
            "%s\n%s\n%s\n%s".formatted(Action.PROLONG_SPECIAL, which, days, reason));
    return desk.answer(
        file, form, special.prolong(request, which, RunSpecial.days(days), reason, me));
  }

  private ActionForm prolonging(
      CaseFile file, String which, String days, String reason, ActionForm.Sent sent) {
    ActionForm form =
        ActionForm.of(
                Action.PROLONG_SPECIAL,
                "延长特别程序",
                "不能在计划时间内完成的，可以延长一次，不超过原来的计划时间，并再次书面告知申请人（行政许可法第四十五条）。",
                "延长，发出告知书",
                sent)
            .withFacts(facts(file))
            .withInputs(
                ActionForm.Input.choice("which", "延长哪一项", null, which, choices(file)),
                ActionForm.Input.number("days", "延长几个工作日", null, days),
                ActionForm.Input.text("reason", "延长理由", "写进告知书，例如：样品需要复检。", reason));
    return special
        .find(file, which)
        .filter(one -> RunSpecial.days(days) > 0 && !reason.isBlank())
        .map(
            one ->
                form.withPaper(
                    PaperView.draft(special.prolonging(file, one, RunSpecial.days(days), reason)),
                    true))
        .orElse(form.withPreview());
  }

  @GetMapping("/desk/cases/{id}/special-end")
  ModelAndView endForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    return desk.show(
        file, ending(file, only(file), null, "", ActionDesk.fresh(file)), Party.REVIEWER);
  }

  @PostMapping("/desk/cases/{id}/special-end")
  ModelAndView end(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String which,
      @RequestParam(required = false) Procedure.@Nullable Result result,
      @RequestParam(defaultValue = "") String text,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s\n%s\n%s".formatted(Action.END_SPECIAL, which, result, text));
    return desk.answer(
        file,
        ending(file, which, result, text, new ActionForm.Sent(version, key)),
        special.end(request, which, result, text, me));
  }

  private ActionForm ending(
      CaseFile file,
      String which,
      Procedure.@Nullable Result result,
      String text,
      ActionForm.Sent sent) {
    Map<String, String> results = new LinkedHashMap<>();
    Arrays.stream(Procedure.Result.values()).forEach(one -> results.put(one.name(), one.word()));
    return ActionForm.of(
            Action.END_SPECIAL,
            "登记特别程序结果",
            "登记后这项特别程序结束；没有别的特别程序使期限停止的，办理期限从今天起继续计算，并告诉申请人。",
            "登记结果，结束特别程序",
            sent)
        .withFacts(facts(file))
        .withInputs(
            ActionForm.Input.choice("which", "哪一项已经完成", null, which, choices(file)),
            ActionForm.Input.choice(
                "result", "结果", null, result == null ? "" : result.name(), results),
            ActionForm.Input.text("text", "结果说明", "写明谁在什么时候作出什么结论，报告编号是多少，供审查和决定参考。", text));
  }

  private List<Line> facts(CaseFile file) {
    return special.running(file).stream()
        .map(
            one ->
                new Line(
                    one.name(),
                    "%s，由%s承担，%s开始，计划 %d 个工作日，到%s%s"
                        .formatted(
                            one.kind().word(),
                            one.body(),
                            When.day(one.startedOn()),
                            one.plannedDays(),
                            lines.plannedEnd(one),
                            one.prolongedDays() > 0 ? "（已经延长过）" : "")))
        .toList();
  }

  private Map<String, String> choices(CaseFile file) {
    Map<String, String> choices = new LinkedHashMap<>();
    special.running(file).forEach(one -> choices.put(one.id(), one.name()));
    return choices;
  }

  /** Chosen beforehand when there is nothing to choose. */
  private String only(CaseFile file) {
    List<Procedure> running = special.running(file);
    return running.size() == 1 ? running.getFirst().id() : "";
  }
}
