package org.yongtong.casework.assign;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.desk.ActionDesk;
import org.yongtong.casework.desk.ActionForm;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.LifeCycle;
import org.yongtong.casework.file.Party;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Pages of who does a case: take, put back, hand over; for the head: assign. */
@Controller
@Allow(
    value = Who.STAFF,
    roles = {Role.WINDOW, Role.REVIEWER, Role.DECIDER})
class AssignController {

  private final ActionDesk desk;
  private final CaseScope scope;
  private final AssignHolder assign;

  AssignController(ActionDesk desk, CaseScope scope, AssignHolder assign) {
    this.desk = desk;
    this.scope = scope;
    this.assign = assign;
  }

  @GetMapping("/desk/cases/{id}/take")
  ModelAndView takeForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    return desk.show(file, taking(ActionDesk.fresh(file)), as(file, me));
  }

  @PostMapping("/desk/cases/{id}/take")
  ModelAndView take(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    var request = new CaseActions.Request(id, version, key, Action.TAKE.name());
    return desk.answer(
        file, taking(new ActionForm.Sent(version, key)), assign.take(request, me, as(file, me)));
  }

  private static ActionForm taking(ActionForm.Sent sent) {
    return ActionForm.of(Action.TAKE, "领取", "领取后这个环节由您办理，本部门的同事不能同时办理；这个环节办完，办件回到待领取。", "领取", sent);
  }

  @GetMapping("/desk/cases/{id}/put-back")
  ModelAndView putBackForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    return desk.show(file, puttingBack("", ActionDesk.fresh(file)), as(file, me));
  }

  @PostMapping("/desk/cases/{id}/put-back")
  ModelAndView putBack(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    var request =
        new CaseActions.Request(id, version, key, "%s\n%s".formatted(Action.PUT_BACK, reason));
    return desk.answer(
        file,
        puttingBack(reason, new ActionForm.Sent(version, key)),
        assign.putBack(request, reason, me, as(file, me)));
  }

  private static ActionForm puttingBack(String reason, ActionForm.Sent sent) {
    return ActionForm.of(Action.PUT_BACK, "退回待领取", "退回后本部门的同事都可以领取，办理期限继续计算。", "退回待领取", sent)
        .withInputs(ActionForm.Input.text("reason", "退回的理由", null, reason));
  }

  @GetMapping("/desk/cases/{id}/hand-over")
  ModelAndView handOverForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    return desk.show(
        file, giving(file, Action.HAND_OVER, "", "", ActionDesk.fresh(file)), as(file, me));
  }

  @PostMapping("/desk/cases/{id}/hand-over")
  ModelAndView handOver(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s\n%s".formatted(Action.HAND_OVER, to, reason));
    return desk.answer(
        file,
        giving(file, Action.HAND_OVER, to, reason, new ActionForm.Sent(version, key)),
        assign.handOver(request, to, reason, me, as(file, me)));
  }

  @GetMapping("/desk/cases/{id}/assign")
  @Allow(value = Who.STAFF, roles = Role.HEAD)
  ModelAndView assignForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.HEAD);
    return desk.show(file, giving(file, Action.ASSIGN, "", "", ActionDesk.fresh(file)), Party.HEAD);
  }

  @PostMapping("/desk/cases/{id}/assign")
  @Allow(value = Who.STAFF, roles = Role.HEAD)
  ModelAndView assign(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String to,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.HEAD);
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s\n%s".formatted(Action.ASSIGN, to, reason));
    return desk.answer(
        file,
        giving(file, Action.ASSIGN, to, reason, new ActionForm.Sent(version, key)),
        assign.assign(request, to, reason, me));
  }

  private ActionForm giving(
      CaseFile file, Action how, String to, String reason, ActionForm.Sent sent) {
    Map<String, String> people = new LinkedHashMap<>();
    people.put("", "请选择");
    assign
        .candidates(file)
        .forEach(one -> people.put(one.login(), "%s（%s）".formatted(one.name(), one.post())));
    boolean handing = how == Action.HAND_OVER;
    return ActionForm.of(
            how,
            handing ? "移交" : "分派",
            file.holder() == null ? "现在还没有人领取。" : "现在由%s承办。".formatted(file.holderName()),
            handing ? "移交" : "分派",
            sent)
        .withInputs(
            ActionForm.Input.select("to", "由谁承办", null, to, people),
            ActionForm.Input.text(
                "reason", handing ? "移交的理由" : "分派说明", handing ? null : "可以不写。", reason));
  }

  /** The capacity whose turn it is, when this person has it; else the case does not exist here. */
  private Party as(CaseFile file, SignedIn me) {
    var parties = scope.parties(me, file);
    return LifeCycle.turn(file.state())
        .filter(parties::contains)
        .or(
            () ->
                parties.stream()
                    .filter(
                        one -> one == Party.WINDOW || one == Party.REVIEWER || one == Party.DECIDER)
                    .findFirst())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }
}
