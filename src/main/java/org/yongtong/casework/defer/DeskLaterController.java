package org.yongtong.casework.defer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.desk.ActionDesk;
import org.yongtong.casework.desk.ActionForm;
import org.yongtong.casework.desk.ActionPath;
import org.yongtong.casework.desk.CaseHeads;
import org.yongtong.casework.desk.Line;
import org.yongtong.casework.desk.PaperView;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.Refusal;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Staff's pages for papers promised for later: take them in, check them, end a broken promise. */
@Controller
class DeskLaterController {

  private final ActionDesk desk;
  private final CaseHeads heads;
  private final CaseScope scope;
  private final HandInLater handIn;
  private final CheckLater check;
  private final EndDeferred end;
  private final LaterPages pages;

  DeskLaterController(
      ActionDesk desk,
      CaseHeads heads,
      CaseScope scope,
      HandInLater handIn,
      CheckLater check,
      EndDeferred end,
      LaterPages pages) {
    this.desk = desk;
    this.heads = heads;
    this.scope = scope;
    this.handIn = handIn;
    this.check = check;
    this.end = end;
    this.pages = pages;
  }

  // ---- taking in at the window

  @GetMapping("/desk/cases/{id}/later-hand-in")
  @Allow(value = Who.STAFF, roles = Role.WINDOW)
  ModelAndView handInForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    return handInPage(desk.open(id, me, Party.WINDOW), "", null);
  }

  @PostMapping("/desk/cases/{id}/later-hand-in")
  @Allow(value = Who.STAFF, roles = Role.WINDOW)
  ModelAndView handIn(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String paper,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
      HttpServletRequest request,
      @AuthenticationPrincipal SignedIn me)
      throws IOException {
    desk.open(id, me, Party.WINDOW);
    CaseResult result =
        handIn.handIn(
            new HandInLater.Sent(id, version, key, paper, request.getRemoteAddr()),
            sent,
            Party.WINDOW,
            me);
    return result.fold(
        done ->
            new ModelAndView("redirect:/desk/cases/%s?done=%s".formatted(id, Action.HAND_IN_LATER)),
        refusal -> handInPage(desk.open(id, me, Party.WINDOW), paper, refusal));
  }

  private ModelAndView handInPage(CaseFile file, String paper, @Nullable Refusal refusal) {
    String path = "/desk/cases/" + file.id();
    return new ModelAndView(
        "casework/defer/desk-later",
        Map.of(
            "page",
            new DeskLaterPage(
                heads.of(file),
                pages.of(
                    file,
                    path,
                    ActionPath.of(file.id(), Action.HAND_IN_LATER),
                    null,
                    paper,
                    refusal))),
        HttpStatusCode.valueOf(refusal == null ? 200 : 422));
  }

  // ---- checking

  @GetMapping("/desk/cases/{id}/later-check")
  @Allow(
      value = Who.STAFF,
      roles = {Role.WINDOW, Role.REVIEWER})
  ModelAndView checkForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    Party as = checker(file, me);
    List<Deferral> waiting = check.waiting(file);
    String first = waiting.size() == 1 ? waiting.getFirst().paper() : "";
    return desk.show(file, checking(file, first, null, "", ActionDesk.fresh(file)), as);
  }

  @PostMapping("/desk/cases/{id}/later-check")
  @Allow(
      value = Who.STAFF,
      roles = {Role.WINDOW, Role.REVIEWER})
  ModelAndView check(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String paper,
      @RequestParam(required = false) @Nullable String complete,
      @RequestParam(defaultValue = "") String wrong,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me);
    Party as = checker(file, me);
    Boolean all = complete == null ? null : Boolean.valueOf(complete);
    ActionForm form = checking(file, paper, complete, wrong, new ActionForm.Sent(version, key));
    var request =
        new CaseActions.Request(
            id,
            version,
            key,
            "%s\n%s\n%s\n%s".formatted(Action.CONFIRM_LATER, paper, complete, wrong));
    return desk.answer(file, form, check.check(request, paper, all, wrong, as, me));
  }

  private ActionForm checking(
      CaseFile file, String paper, @Nullable String complete, String wrong, ActionForm.Sent sent) {
    Map<String, String> papers = new LinkedHashMap<>();
    check.waiting(file).forEach(one -> papers.put(one.paper(), one.name()));
    Map<String, String> results = new LinkedHashMap<>();
    results.put("true", "齐全，符合要求");
    results.put("false", "不符，告知申请人哪里要改");
    return ActionForm.of(
            "false".equals(complete) ? Action.RETURN_LATER : Action.CONFIRM_LATER,
            "核对补交的材料",
            papers.isEmpty()
                ? "现在没有等待核对的补交材料。"
                : "对照办事指南核对。不符的，一处一处写清楚，申请人在同一最后一日以前可以重新补交一次；不能要求办事指南以外的内容。",
            "登记核对结果",
            sent)
        .withFacts(
            check.waiting(file).stream().map(one -> new Line(one.name(), one.words())).toList())
        .withInputs(
            ActionForm.Input.choice("paper", "哪一份材料", null, paper, papers),
            ActionForm.Input.choice(
                "complete", "核对结果", null, complete == null ? "" : complete, results),
            ActionForm.Input.text(
                "wrong", "哪里不符（不符时填写）", "一处一行，写清位置和怎样改，例如：第 2 页签名栏没有签名，请补签。", wrong));
  }

  private Party checker(CaseFile file, SignedIn me) {
    var parties = scope.parties(me, file);
    if (parties.contains(Party.REVIEWER)) {
      return Party.REVIEWER;
    }
    if (parties.contains(Party.WINDOW)) {
      return Party.WINDOW;
    }
    throw new ResponseStatusException(HttpStatus.NOT_FOUND);
  }

  // ---- ending

  @GetMapping("/desk/cases/{id}/termination")
  @Allow(value = Who.STAFF, roles = Role.DECIDER)
  ModelAndView endForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.DECIDER);
    return desk.show(file, ending(file, "容缺材料逾期没有补交", ActionDesk.fresh(file)), Party.DECIDER);
  }

  @PostMapping("/desk/cases/{id}/termination")
  @Allow(value = Who.STAFF, roles = Role.DECIDER)
  ModelAndView end(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String reason,
      @RequestParam(required = false) @Nullable String preview,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.DECIDER);
    ActionForm form = ending(file, reason, new ActionForm.Sent(version, key));
    if (preview != null) {
      return desk.preview(file, form);
    }
    var request = new CaseActions.Request(id, version, key, Action.TERMINATE + "\n" + reason);
    return desk.answer(file, form, end.end(request, reason, me));
  }

  private ActionForm ending(CaseFile file, String reason, ActionForm.Sent sent) {
    return ActionForm.of(
            Action.TERMINATE,
            "终止办理",
            "申请人没有履行容缺承诺的，不能准予，由承办部门书面终止办理。申请人材料齐备后可以重新申请。",
            "终止办理，发出通知书",
            sent)
        .withInputs(ActionForm.Input.text("reason", "终止的理由", "写进通知书。", reason))
        .withPaper(PaperView.draft(end.paper(file, reason.isBlank() ? "（填写后显示）" : reason)), true);
  }
}
