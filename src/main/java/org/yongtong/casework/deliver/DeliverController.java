package org.yongtong.casework.deliver;

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
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Party;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The window hands the result over. */
@Controller
@Allow(value = Who.STAFF, roles = Role.WINDOW)
class DeliverController {

  private final ActionDesk desk;
  private final DeliverCase deliver;

  DeliverController(ActionDesk desk, DeliverCase deliver) {
    this.desk = desk;
    this.deliver = deliver;
  }

  @GetMapping("/desk/cases/{id}/deliver")
  ModelAndView form(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    return desk.show(file, form("", ActionDesk.fresh(file)), Party.WINDOW);
  }

  @PostMapping("/desk/cases/{id}/deliver")
  ModelAndView deliver(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String receiver,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    var request = new CaseActions.Request(id, version, key, Action.DELIVER + "\n" + receiver);
    return desk.answer(
        file,
        form(receiver, new ActionForm.Sent(version, key)),
        deliver.atWindow(request, receiver, me));
  }

  private static ActionForm form(String receiver, ActionForm.Sent sent) {
    return ActionForm.of(
            Action.DELIVER,
            "窗口送达",
            "把决定书（证照）交给申请人或者受托人，核对身份后登记。申请人在网上查看决定书的，自动视为送达，不用在这里登记。",
            "登记送达，办结",
            sent)
        .withInputs(
            ActionForm.Input.line("receiver", "谁领取，怎样核对身份", "例如：本人，已核对身份证原件。不用写证件号码。", receiver));
  }
}
