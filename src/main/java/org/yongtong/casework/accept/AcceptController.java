package org.yongtong.casework.accept;

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
import org.yongtong.casework.desk.ClockWords;
import org.yongtong.casework.desk.Line;
import org.yongtong.casework.desk.PaperView;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Deferral;
import org.yongtong.casework.file.NonAcceptance;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The window decides on acceptance: 受理 or 不予受理, with the paper in view. */
@Controller
@Allow(value = Who.STAFF, roles = Role.WINDOW)
class AcceptController {

  private final ActionDesk desk;
  private final AcceptCase accept;
  private final RefuseAcceptance refuse;
  private final PaperText text;
  private final PromisedPapers promised;
  private final ClockWords clocks;
  private final Catalogue catalogue;

  AcceptController(
      ActionDesk desk,
      AcceptCase accept,
      RefuseAcceptance refuse,
      PaperText text,
      PromisedPapers promised,
      ClockWords clocks,
      Catalogue catalogue) {
    this.desk = desk;
    this.accept = accept;
    this.refuse = refuse;
    this.text = text;
    this.promised = promised;
    this.clocks = clocks;
    this.catalogue = catalogue;
  }

  @GetMapping("/desk/cases/{id}/accept")
  ModelAndView acceptForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    return desk.show(file, acceptance(file, ActionDesk.fresh(file)), Party.WINDOW);
  }

  @PostMapping("/desk/cases/{id}/accept")
  ModelAndView accept(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    var request = new CaseActions.Request(id, version, key, Action.ACCEPT.name());
    return desk.answer(
        file, acceptance(file, new ActionForm.Sent(version, key)), accept.accept(request, me));
  }

  private ActionForm acceptance(CaseFile file, ActionForm.Sent sent) {
    var due = clocks.after(clocks.today(), file.promisedDays());
    List<Deferral> later = promised.of(file);
    if (!later.isEmpty()) {
      return ActionForm.of(
              Action.ACCEPT,
              "容缺受理",
              "主要材料齐全、符合法定形式，缺的是办事指南写明可以容缺的材料，申请人已书面承诺补交，应当容缺受理。确实要现在就交的，只能通过一次性告知补正提出。",
              "容缺受理，发出通知书",
              sent)
          .withFacts(
              later.stream()
                  .map(
                      one ->
                          new Line(
                              one.name(),
                              "缺，申请人承诺受理后 %d 个工作日内、%s补交；逾期%s"
                                  .formatted(one.days(), one.before().word(), one.missed().word())))
                  .toList())
          .withPaper(
              PaperView.draft(promised.slip(file, later, promised.lastDays(later), due, null)),
              false);
    }
    return ActionForm.of(
            Action.ACCEPT,
            "受理",
            "材料齐全、符合法定形式的，应当受理（行政许可法第三十二条第一款第五项）。受理后发出通知书，办理期限从今天起算。",
            "受理，发出通知书",
            sent)
        .withPaper(PaperView.draft(text.acceptance(file, due)), false);
  }

  @GetMapping("/desk/cases/{id}/non-acceptance")
  ModelAndView refuseForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    return desk.show(
        file, nonAcceptance(file, ActionDesk.fresh(file), new Grounds(null, "", "")), Party.WINDOW);
  }

  @PostMapping("/desk/cases/{id}/non-acceptance")
  ModelAndView refuse(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(required = false) @Nullable NonAcceptance reason,
      @RequestParam(defaultValue = "") String explanation,
      @RequestParam(defaultValue = "") String redirect,
      @RequestParam(required = false) @Nullable String preview,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    var form =
        nonAcceptance(
            file, new ActionForm.Sent(version, key), new Grounds(reason, explanation, redirect));
    if (preview != null) {
      return desk.preview(file, form);
    }
    var request =
        new CaseActions.Request(
            id,
            version,
            key,
            "%s\n%s\n%s\n%s".formatted(Action.REFUSE_ACCEPTANCE, reason, explanation, redirect));
    return desk.answer(file, form, refuse.refuse(request, reason, explanation, redirect, me));
  }

  private record Grounds(@Nullable NonAcceptance reason, String explanation, String redirect) {}

  private ActionForm nonAcceptance(CaseFile file, ActionForm.Sent sent, Grounds grounds) {
    Map<String, String> reasons = new LinkedHashMap<>();
    for (NonAcceptance one : NonAcceptance.values()) {
      if (one != NonAcceptance.NOT_CORRECTED || file.round() > 1) {
        reasons.put(one.name(), one.word());
      }
    }
    NonAcceptance reason = grounds.reason();
    var rights = catalogue.version(file.itemVersion()).rights();
    var paper =
        text.nonAcceptance(
            file,
            reason == null ? NonAcceptance.NOT_NEEDED : reason,
            grounds.explanation().isBlank() ? "（在左边填写）" : grounds.explanation(),
            grounds.redirect(),
            rights);
    return ActionForm.of(
            Action.REFUSE_ACCEPTANCE,
            "不予受理",
            "不予受理应当书面说明理由，并告知申请人申请行政复议、提起行政诉讼的权利。材料不齐的，应当告知补正，不能直接不予受理。",
            "不予受理，发出决定书",
            sent)
        .withInputs(
            ActionForm.Input.choice(
                "reason", "理由", null, reason == null ? "" : reason.name(), reasons),
            ActionForm.Input.text(
                "explanation", "具体理由", "申请人会在决定书上看到，请写清事实和依据。", grounds.explanation()),
            ActionForm.Input.line(
                "redirect", "应当向哪个机关申请", "不属于本机关职权范围的必须填写，其他情形不用填。", grounds.redirect()))
        .withPaper(PaperView.draft(paper), true);
  }
}
