package org.yongtong.casework.decide;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.yongtong.casework.desk.ClockWords;
import org.yongtong.casework.desk.Line;
import org.yongtong.casework.desk.PaperView;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.CaseFiles;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.file.When;
import org.yongtong.identity.SignedIn;
import org.yongtong.journal.Entry;
import org.yongtong.journal.Journal;
import org.yongtong.journal.Subject;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The head of the body answers a request for more time (行政许可法 §42(1)). */
@Controller
@Allow(value = Who.STAFF, roles = Role.HEAD)
class ExtensionController {

  private final ActionDesk desk;
  private final DecideCase decide;
  private final PaperText text;
  private final ClockWords clocks;
  private final Journal journal;

  ExtensionController(
      ActionDesk desk, DecideCase decide, PaperText text, ClockWords clocks, Journal journal) {
    this.desk = desk;
    this.decide = decide;
    this.text = text;
    this.clocks = clocks;
    this.journal = journal;
  }

  @GetMapping("/desk/cases/{id}/extension-decision")
  ModelAndView form(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.HEAD);
    return desk.show(file, form(file, "", "", ActionDesk.fresh(file)), Party.HEAD);
  }

  @PostMapping("/desk/cases/{id}/extension-decision")
  ModelAndView decide(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String approved,
      @RequestParam(defaultValue = "") String note,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.HEAD);
    ActionForm form = form(file, approved, note, new ActionForm.Sent(version, key));
    var request =
        new CaseActions.Request(
            id, version, key, "%s\n%s\n%s".formatted(form.action(), approved, note));
    return desk.answer(file, form, decide.decideExtension(request, choice(approved), note, me));
  }

  private static @Nullable Boolean choice(String approved) {
    return switch (approved) {
      case "yes" -> Boolean.TRUE;
      case "no" -> Boolean.FALSE;
      default -> null;
    };
  }

  private ActionForm form(CaseFile file, String approved, String note, ActionForm.Sent sent) {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put("yes", "批准延长");
    choices.put("no", "不同意延长");
    ActionForm form =
        ActionForm.of(
                approved.equals("no") ? Action.REJECT_EXTENSION : Action.APPROVE_EXTENSION,
                "审批延长办理期限",
                "批准的，通知书发给申请人，办理期限顺延；每个办件只能延长一次，最多 10 个工作日（行政许可法第四十二条第一款）。",
                "确定",
                sent)
            .withInputs(
                ActionForm.Input.choice("approved", "您的决定", null, approved, choices),
                ActionForm.Input.text("note", "不同意的理由", "不同意延长的必须写明；批准的不用填。", note));
    Optional<Entry> asked = asked(file);
    if (!file.extensionAsked() || asked.isEmpty()) {
      return form;
    }
    Entry request = asked.get();
    int days = ((Number) Objects.requireNonNull(request.payload().get("days"))).intValue();
    String reason = String.valueOf(request.payload().get("reason"));
    var due = file.dueOn();
    return form.withFacts(
            List.of(
                new Line("申请人员", request.act().actor().name() + "，" + When.moment(request.at())),
                new Line("延长", days + " 个工作日"),
                new Line("理由", reason)))
        .withPaper(
            PaperView.draft(
                text.extension(file, days, reason, due == null ? null : clocks.after(due, days))),
            false);
  }

  private Optional<Entry> asked(CaseFile file) {
    return journal.about(new Subject(CaseFiles.SUBJECT, file.id().toString())).stream()
        .filter(entry -> entry.kind().equals(Action.REQUEST_EXTENSION.kind()))
        .reduce((first, second) -> second);
  }
}
