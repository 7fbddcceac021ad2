package org.yongtong.casework.decide;

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
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Filings;
import org.yongtong.casework.file.JournalWords;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.When;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The decider's pages: the decision with its paper and certificate in view, or back to review. */
@Controller
@Allow(value = Who.STAFF, roles = Role.DECIDER)
class DecideController {

  private static final String TO_WRITE = "（在左边填写理由）";

  private final ActionDesk desk;
  private final DecideCase decide;
  private final PaperText text;
  private final Catalogue catalogue;
  private final Filings filings;
  private final Journal journal;

  DecideController(
      ActionDesk desk,
      DecideCase decide,
      PaperText text,
      Catalogue catalogue,
      Filings filings,
      Journal journal) {
    this.desk = desk;
    this.decide = decide;
    this.text = text;
    this.catalogue = catalogue;
    this.filings = filings;
    this.journal = journal;
  }

  @GetMapping("/desk/cases/{id}/approve")
  ModelAndView approveForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.DECIDER);
    return desk.show(file, approval(file, "", ActionDesk.fresh(file)), Party.DECIDER);
  }

  @PostMapping("/desk/cases/{id}/approve")
  ModelAndView approve(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String grounds,
      @RequestParam(required = false) @Nullable String preview,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.DECIDER);
    ActionForm form = approval(file, grounds, new ActionForm.Sent(version, key));
    if (preview != null) {
      return desk.preview(file, form);
    }
    var request = new CaseActions.Request(id, version, key, Action.APPROVE + "\n" + grounds);
    return desk.answer(file, form, decide.approve(request, grounds, me));
  }

  private ActionForm approval(CaseFile file, String grounds, ActionForm.Sent sent) {
    ServiceItem item = catalogue.version(file.itemVersion());
    var certificate = item.result().certificate();
    Filing filing = filings.get(file.id(), file.round());
    var paper =
        text.approval(
            file,
            grounds.isBlank() ? TO_WRITE : grounds,
            certificate == null ? null : item.result().name(),
            certificate == null ? null : "（颁发时自动编号）");
    return ActionForm.of(
            Action.APPROVE,
            "准予",
            certificate == null
                ? "请看过右边的决定书再签发。签发后通知申请人，不能收回。"
                : "请看过右边的决定书和证照内容再签发。签发后电子证照同时生成，通知申请人，不能收回。",
            "签发准予决定",
            sent)
        .withFacts(opinions(file))
        .withInputs(ActionForm.Input.text("grounds", "决定理由", "写明符合哪些条件、标准，申请人会在决定书上看到。", grounds))
        .withPaper(PaperView.draft(paper), true)
        .withFace(
            certificate == null
                ? List.of()
                : certificate.face().stream()
                    .map(field -> new Line(field.label(), FaceText.of(field, filing)))
                    .toList());
  }

  @GetMapping("/desk/cases/{id}/refuse")
  ModelAndView refuseForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.DECIDER);
    return desk.show(file, refusal(file, "", ActionDesk.fresh(file)), Party.DECIDER);
  }

  @PostMapping("/desk/cases/{id}/refuse")
  ModelAndView refuse(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String grounds,
      @RequestParam(required = false) @Nullable String preview,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.DECIDER);
    ActionForm form = refusal(file, grounds, new ActionForm.Sent(version, key));
    if (preview != null) {
      return desk.preview(file, form);
    }
    var request = new CaseActions.Request(id, version, key, Action.REFUSE + "\n" + grounds);
    return desk.answer(file, form, decide.refuse(request, grounds, me));
  }

  private ActionForm refusal(CaseFile file, String grounds, ActionForm.Sent sent) {
    var rights = catalogue.version(file.itemVersion()).rights();
    var paper = text.refusal(file, grounds.isBlank() ? TO_WRITE : grounds, rights);
    return ActionForm.of(
            Action.REFUSE,
            "不予批准",
            "不予批准应当说明理由，并告知申请人申请行政复议、提起行政诉讼的权利（行政许可法第三十八条第二款）。签发后不能收回。",
            "签发不予批准的决定",
            sent)
        .withFacts(opinions(file))
        .withInputs(
            ActionForm.Input.text("grounds", "不予批准的理由", "写明哪一项条件、标准不符合和依据，申请人会在决定书上看到。", grounds))
        .withPaper(PaperView.draft(paper), true);
  }

  @GetMapping("/desk/cases/{id}/return")
  ModelAndView returnForm(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.DECIDER);
    return desk.show(file, sendingBack(file, "", "", ActionDesk.fresh(file)), Party.DECIDER);
  }

  @PostMapping("/desk/cases/{id}/return")
  ModelAndView sendBack(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String level,
      @RequestParam(defaultValue = "") String reason,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.DECIDER);
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s\n%s".formatted(Action.RETURN, level, reason));
    return desk.answer(
        file,
        sendingBack(file, level, reason, new ActionForm.Sent(version, key)),
        decide.sendBack(request, level, reason, me));
  }

  private ActionForm sendingBack(CaseFile file, String level, String reason, ActionForm.Sent sent) {
    var why = ActionForm.Input.text("reason", "退回理由", "写明要审查人补充什么。", reason);
    ActionForm form =
        ActionForm.of(Action.RETURN, "退回审查", "退回后由审查人重新提出意见，办理期限继续计算。", "退回审查", sent)
            .withFacts(opinions(file));
    if (file.levels().isEmpty()) {
      return form.withInputs(why);
    }
    Map<String, String> levels = new LinkedHashMap<>();
    levels.put("", "从第一级重新审查");
    file.levels().forEach(step -> levels.put(step.level(), "退回到“%s”".formatted(step.name())));
    return form.withInputs(
        ActionForm.Input.choice("level", "退回到哪一级", "这一级和它后面的各级重新审查，前面的意见仍然有效。", level, levels),
        why);
  }

  /** What the reviewer said, newest first. */
  private List<Line> opinions(CaseFile file) {
    return journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).reversed().stream()
        .filter(
            entry ->
                entry.kind().equals(Action.GIVE_OPINION.kind())
                    || entry.kind().equals(Action.PASS_LEVEL.kind()))
        .map(DecideController::opinion)
        .toList();
  }

  private static Line opinion(Entry entry) {
    return new Line(
        "审查人",
        "%s，%s\n%s"
            .formatted(
                entry.act().actor().name(), When.moment(entry.at()), JournalWords.detail(entry)));
  }
}
