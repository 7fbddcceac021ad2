package org.yongtong.casework.accept;

import java.util.List;
import java.util.UUID;
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
import org.yongtong.casework.file.AssignCase;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseResult;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.Party;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The window gives a case to the department that the corrected answers name. */
@Controller
@Allow(value = Who.STAFF, roles = Role.WINDOW)
class RedirectController {

  private final ActionDesk desk;
  private final RedirectCase redirect;
  private final AssignCase assign;
  private final CaseScope scope;

  RedirectController(ActionDesk desk, RedirectCase redirect, AssignCase assign, CaseScope scope) {
    this.desk = desk;
    this.redirect = redirect;
    this.assign = assign;
    this.scope = scope;
  }

  @GetMapping("/desk/cases/{id}/redirect")
  ModelAndView form(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    return desk.show(file, form(file, ActionDesk.fresh(file)), Party.WINDOW);
  }

  @PostMapping("/desk/cases/{id}/redirect")
  ModelAndView redirect(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    ActionForm form = form(file, new ActionForm.Sent(version, key));
    var request = new CaseActions.Request(id, version, key, Action.REDIRECT.name());
    CaseResult result = redirect.redirect(request, me);
    if (result instanceof CaseResult.Done(CaseFile moved, boolean repeated)
        && !scope.sees(me, moved)) {
      return new ModelAndView("redirect:/desk/cases?handed=" + moved.department());
    }
    return desk.answer(file, form, result);
  }

  private ActionForm form(CaseFile file, ActionForm.Sent sent) {
    List<Line> facts =
        assign
            .elsewhere(file)
            .map(
                to ->
                    List.of(
                        new Line("现在的承办部门", to.from()),
                        new Line("转交给", to.name()),
                        new Line("为什么", to.words())))
            .orElse(List.of(new Line("为什么", "按现在的回答，这个办件就由本部门办理，不需要转交。")));
    return ActionForm.of(
            Action.REDIRECT,
            "转交承办部门",
            "转交以后由对方的窗口受理，本部门不再看到这个办件。办件编号和收到补正的日期不变，受理期限照常计算；系统会告诉申请人。",
            "转交",
            sent)
        .withFacts(facts);
  }
}
