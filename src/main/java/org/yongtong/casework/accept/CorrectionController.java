package org.yongtong.casework.accept;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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
import org.yongtong.casework.desk.PaperView;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.CaseActions;
import org.yongtong.casework.file.CaseFile;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.PaperText;
import org.yongtong.casework.file.Party;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The one-time correction notice: every wrong field and paper ticked, each with its reason. */
@Controller
@Allow(value = Who.STAFF, roles = Role.WINDOW)
class CorrectionController {

  private final ActionDesk desk;
  private final RequireCorrection correction;
  private final CorrectionChecklist checklist;
  private final PaperText text;

  CorrectionController(
      ActionDesk desk,
      RequireCorrection correction,
      CorrectionChecklist checklist,
      PaperText text) {
    this.desk = desk;
    this.correction = correction;
    this.checklist = checklist;
    this.text = text;
  }

  @GetMapping("/desk/cases/{id}/correction")
  ModelAndView form(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    var ticked = CorrectionChecklist.Ticked.NOTHING;
    return desk.show(
        file,
        form(file, checklist.of(file, ticked), List.of(), "", ActionDesk.fresh(file)),
        Party.WINDOW);
  }

  @PostMapping("/desk/cases/{id}/correction")
  ModelAndView require(
      @PathVariable UUID id,
      @RequestParam int version,
      @RequestParam UUID key,
      @RequestParam(defaultValue = "") String note,
      @RequestParam(required = false) @Nullable String preview,
      @RequestParam Map<String, String> reasons,
      @RequestParam(name = "mark", defaultValue = "") List<String> marked,
      @RequestParam(name = "all", defaultValue = "") List<String> sections,
      @AuthenticationPrincipal SignedIn me) {
    CaseFile file = desk.open(id, me, Party.WINDOW);
    var ticked = new CorrectionChecklist.Ticked(marked, sections, reasons);
    List<ActionForm.Checklist> list = checklist.of(file, ticked);
    List<Marks.Mark> marks = marks(list, ticked);
    ActionForm form = form(file, list, marks, note, new ActionForm.Sent(version, key));
    if (preview != null) {
      return desk.preview(file, form);
    }
    String body =
        Action.REQUIRE_CORRECTION
            + marks.stream()
                .map(mark -> "\n" + mark.target() + ":" + mark.path() + "=" + mark.reason())
                .collect(Collectors.joining())
            + "\n"
            + note;
    return desk.answer(
        file,
        form,
        correction.require(new CaseActions.Request(id, version, key, body), marks, note, me));
  }

  /**
   * What was ticked. A key that the checklist does not hold is passed on as it is: the use case
   * refuses it, nothing is silently dropped.
   */
  private static List<Marks.Mark> marks(
      List<ActionForm.Checklist> list, CorrectionChecklist.Ticked ticked) {
    var marks = new ArrayList<Marks.Mark>();
    var known = new ArrayList<String>();
    for (ActionForm.Checklist section : list) {
      for (ActionForm.Box box : section.boxes()) {
        known.add(box.key());
        if (box.ticked()) {
          marks.add(new Marks.Mark(box.target(), box.path(), box.label(), box.reason().strip()));
        }
      }
    }
    for (String key : ticked.marks()) {
      int colon = key.indexOf(':');
      if (!known.contains(key) && colon > 0) {
        marks.add(
            new Marks.Mark(
                key.substring(0, colon).equals("paper") ? "paper" : "field",
                key.substring(colon + 1),
                key.substring(colon + 1),
                ticked.reason(key)));
      }
    }
    return marks;
  }

  private ActionForm form(
      CaseFile file,
      List<ActionForm.Checklist> list,
      List<Marks.Mark> marks,
      String note,
      ActionForm.Sent sent) {
    return ActionForm.of(
            Action.REQUIRE_CORRECTION,
            "一次性告知补正",
            file.round() > 1
                ? "这是补正后的审核：只能就上次告知过、仍然不对的内容再次告知（行政许可法第三十二条）。"
                : "请一次标出所有不对的填写内容和材料，并逐处写明理由。没有标出的，以后不能再要求补正（行政许可法第三十二条第一款第四项）。",
            "发出补正通知书",
            sent)
        .withChecklist(list)
        .withInputs(ActionForm.Input.text("note", "补充说明（选填）", "写在通知书最后。", note))
        .withPaper(PaperView.draft(text.correction(file, marks, note)), true);
  }
}
