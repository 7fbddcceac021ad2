package org.yongtong.casework.review;

import java.util.ArrayList;
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
import org.yongtong.casework.desk.LevelLines;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseClock;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Demands;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.ReviewStep;
import org.yongtong.casework.file.State;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Pages of the review: ask the applicant, give an opinion, ask the head for more time. */
@Controller
class ReviewController {

  private final ActionDesk desk;
  private final ReviewCase review;
  private final Demands demands;

  ReviewController(ActionDesk desk, ReviewCase review, Demands demands) {
    this.desk = desk;
    this.review = review;
    this.demands = demands;
  }

  @GetMapping("/desk/cases/{id}/question")
  @Allow(value = Who.STAFF, roles = Role.REVIEWER)
  ModelAndView questionForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    return desk.show(file, question(file, "", "", ActionDesk.fresh(file)), Party.REVIEWER);
  }

  @PostMapping("/desk/cases/{id}/question")
  @Allow(value = Who.STAFF, roles = Role.REVIEWER)
  ModelAndView ask(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String about,
      @RequestParam(defaultValue = "") String question,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.REVIEWER);
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s\n%s".formatted(Action.ASK, about, question));
    return desk.answer(
        file,
        question(file, about, question, new ActionForm.Sent(version, key)),
        review.ask(request, about, question, me));
  }

  private ActionForm question(CaseFile file, String about, String question, ActionForm.Sent sent) {
    Map<String, String> things = new LinkedHashMap<>();
    things.put("", "不针对某一处");
    things.putAll(demands.of(file));
    return ActionForm.of(
            Action.ASK,
            "询问申请人",
            "询问发给申请人，由其在网上答复。等待答复期间办理期限继续计算。只能就办事指南里有的填写内容和材料提出，不能另外要求提交证明、材料。",
            "发出询问",
            sent)
        .withInputs(
            ActionForm.Input.select("about", "问的是哪一处", null, about, things),
            ActionForm.Input.text("question", "询问内容", "请写清要申请人说明什么，称“您”。", question));
  }

  @GetMapping("/desk/cases/{id}/opinion")
  @Allow(value = Who.STAFF, roles = Role.REVIEWER)
  ModelAndView opinionForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    Party as = reviewing(file, me);
    desk.open(id, me, as);
    return desk.show(file, opinion(file, me, "", "", "", ActionDesk.fresh(file)), as);
  }

  /** Of the department in charge, or of another whose level is open. */
  private static Party reviewing(CaseFile file, SignedIn me) {
    return file.department().equals(me.department()) ? Party.REVIEWER : Party.LEVEL_REVIEWER;
  }

  @PostMapping("/desk/cases/{id}/opinion")
  @Allow(value = Who.STAFF, roles = Role.REVIEWER)
  ModelAndView giveOpinion(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String recommend,
      @RequestParam(defaultValue = "") String opinion,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile seen = desk.open(id, me);
    Party as = reviewing(seen, me);
    CaseFile file = desk.open(id, me, as);
    var request =
        new CaseActions.Request(
            id,
            version,
            key,
            "%s\n%s\n%s\n%s".formatted(Action.GIVE_OPINION, level, recommend, opinion));
    return desk.answer(
        file,
        opinion(file, me, level, recommend, opinion, new ActionForm.Sent(version, key)),
        review.giveOpinion(request, level, choice(recommend), opinion, me, as));
  }

  private static @Nullable Boolean choice(String recommend) {
    return switch (recommend) {
      case "approve" -> Boolean.TRUE;
      case "refuse" -> Boolean.FALSE;
      default -> null;
    };
  }

  private static ActionForm opinion(
      CaseFile file,
      SignedIn me,
      String level,
      String recommend,
      String opinion,
      ActionForm.Sent sent) {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("approve", "建议准予");
    choices.put("refuse", "建议不予");
    List<ReviewStep> open = file.openLevels(me.department());
    var inputs = new ArrayList<ActionForm.Input>();
    if (open.size() > 1) {
      Map<String, String> levels = new LinkedHashMap<>();
      open.forEach(step -> levels.put(step.level(), step.name()));
      inputs.add(ActionForm.Input.choice("level", "哪一级的意见", null, level, levels));
    }
    inputs.add(ActionForm.Input.choice("recommend", "建议", null, recommend, choices));
    inputs.add(ActionForm.Input.text("opinion", "审查意见", "写明审查了什么、事实和依据，供决定人参考，不发给申请人。", opinion));
    return ActionForm.of(
            Action.GIVE_OPINION,
            open.size() == 1 ? "提出审查意见：" + open.getFirst().name() : "提出审查意见",
            file.levels().isEmpty()
                ? "意见提交后办件转入决定。提出意见的人不能再作决定。"
                : "同一顺序的各级都同意后，下一级才开始；最后一级提交后办件转入决定。有一级建议不予的，直接转入决定。提出意见的人不能再提出另一级的意见，也不能作决定。",
            "提交审查意见",
            sent)
        .withFacts(LevelLines.given(file))
        .withInputs(inputs.toArray(ActionForm.Input[]::new));
  }

  @GetMapping("/desk/cases/{id}/extension")
  @Allow(
      value = Who.STAFF,
      roles = {Role.REVIEWER, Role.DECIDER})
  ModelAndView extensionForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile seen = desk.open(id, me);
    Party as = asking(seen);
    CaseFile file = desk.open(id, me, as);
    return desk.show(file, extension("", "", ActionDesk.fresh(file)), as);
  }

  @PostMapping("/desk/cases/{id}/extension")
  @Allow(
      value = Who.STAFF,
      roles = {Role.REVIEWER, Role.DECIDER})
  ModelAndView requestExtension(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String days,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile seen = desk.open(id, me);
    Party as = asking(seen);
    CaseFile file = desk.open(id, me, as);
    int workdays = days.strip().matches("[0-9]{1,3}") ? Integer.parseInt(days.strip()) : 0;
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s\n%s".formatted(Action.REQUEST_EXTENSION, days, reason));
    return desk.answer(
        file,
        extension(days, reason, new ActionForm.Sent(version, key)),
        review.requestExtension(request, workdays, reason, me, as));
  }

  /** The reviewer asks while he reviews, the decider while he decides. */
  private static Party asking(CaseFile file) {
    return file.state() == State.PENDING_DECISION ? Party.DECIDER : Party.REVIEWER;
  }

  private static ActionForm extension(String days, String reason, ActionForm.Sent sent) {
    return ActionForm.of(
            Action.REQUEST_EXTENSION,
            "申请延长办理期限",
            "不能在规定期限内办结的，经本机关负责人批准可以延长一次，最多 %d 个工作日，并把理由告知申请人（行政许可法第四十二条第一款）。"
                .formatted(CaseClock.EXTENSION_DAYS),
            "提交延长申请",
            sent)
        .withInputs(
            ActionForm.Input.number("days", "延长几个工作日", "1 到 10 之间的整数。", days),
            ActionForm.Input.text("reason", "延长理由", "批准后写进通知书，例如：需要组织专家现场核查。", reason));
  }
}
