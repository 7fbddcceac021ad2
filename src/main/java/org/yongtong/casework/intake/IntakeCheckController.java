package org.yongtong.casework.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.apply.ApplicationCheck;
import org.yongtong.casework.apply.CheckPage;
import org.yongtong.casework.apply.DeferPapers;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.apply.SubmitDraft;
import org.yongtong.casework.desk.Line;
import org.yongtong.casework.file.Action;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.Forms;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The last look at an intake, and its submission. */
@Controller
@Allow(value = Who.STAFF, roles = Role.WINDOW)
class IntakeCheckController {

  private final OpenIntake open;
  private final Drafts drafts;
  private final SubmitDraft submit;
  private final ApplicationCheck check;
  private final Attachments attachments;
  private final Catalogue catalogue;
  private final Forms forms;

  IntakeCheckController(
      OpenIntake open,
      Drafts drafts,
      SubmitDraft submit,
      ApplicationCheck check,
      Attachments attachments,
      Catalogue catalogue,
      Forms forms) {
    this.open = open;
    this.drafts = drafts;
    this.submit = submit;
    this.check = check;
    this.attachments = attachments;
    this.catalogue = catalogue;
    this.forms = forms;
  }

  @GetMapping("/desk/intake/{draft}/check")
  ModelAndView check(@PathVariable UUID draft, @AuthenticationPrincipal SignedIn me) {
    OpenIntake.Opened opened = open.open(draft, me);
    return page(opened, problems(opened), null, null, 200);
  }

  @PostMapping("/desk/intake/{draft}/submit")
  ModelAndView submit(
      @PathVariable UUID draft,
      @RequestParam(defaultValue = "") String promise,
      @AuthenticationPrincipal SignedIn me) {
    Optional<String> unpromised = unpromised(draft, promise, me);
    if (unpromised.isPresent()) {
      OpenIntake.Opened opened = open.open(draft, me);
      return page(opened, problems(opened), unpromised.get(), null, 422);
    }
    return switch (submit.submit(draft, promise, me)) {
      case SubmitDraft.Result.Submitted done ->
          new ModelAndView(
              "redirect:/desk/cases/%s?done=%s"
                  .formatted(
                      done.caseFile().id(),
                      done.caseFile().round() > 1 ? Action.CORRECT : Action.SUBMIT));
      case SubmitDraft.Result.Incomplete(List<ApplicationCheck.Problem> problems) ->
          page(open.open(draft, me), problems, null, null, 422);
      case SubmitDraft.Result.Refused(var refusal) -> {
        OpenIntake.Opened opened = open.open(draft, me);
        yield page(opened, problems(opened), null, refusal.message(), 422);
      }
      case SubmitDraft.Result.NotFound ignored ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private List<ApplicationCheck.Problem> problems(OpenIntake.Opened opened) {
    Filing filing = opened.draft().filing();
    List<Attachments.Attachment> files = attachments.ofDraft(opened.draft().id());
    return opened.correction()
        ? check.checkCorrection(opened.item(), filing, opened.marks(), files)
        : check.check(opened.item(), filing, files, open.promise(opened));
  }

  /** Empty also when the draft has been submitted before: the second click leads to its case. */
  private Optional<String> unpromised(UUID draft, String promised, SignedIn me) {
    return drafts
        .findOwn(draft, me)
        .filter(own -> !own.submitted())
        .map(own -> open.promise(open.open(draft, me)))
        .filter(promise -> !promise.digest().equals(promised))
        .map(promise -> "请申请人看过容缺承诺书并当面确认，勾选以后再提交。");
  }

  private ModelAndView page(
      OpenIntake.Opened opened,
      List<ApplicationCheck.Problem> problems,
      @Nullable String unpromised,
      @Nullable String refusal,
      int status) {
    DeferPapers.Promise promise = open.promise(opened);
    Filing filing = opened.draft().filing();
    IntakeHead head = opened.head(4);
    return new ModelAndView(
        "casework/intake/check",
        Map.of(
            "page",
            new IntakeCheckPage(
                head,
                applicant(filing.applicant()),
                forms.answers(
                    opened.item().form(), filing.values(), filing.applicant().facts(), true),
                papers(opened, filing, promise),
                promise.made()
                    ? new CheckPage.Promise(promise.text(), promise.digest(), unpromised)
                    : null,
                problems.stream().map(problem -> problem(head, problem)).toList(),
                refusal)),
        HttpStatusCode.valueOf(status));
  }

  private static IntakeCheckPage.Problem problem(
      IntakeHead head, ApplicationCheck.Problem problem) {
    String path =
        switch (problem.step()) {
          case APPLICANT -> head.path("applicant") + "#f-" + problem.anchor();
          case FORM -> head.path("form") + "?all#f-" + problem.anchor();
          case PAPERS -> head.path("papers") + "#p-" + problem.anchor();
        };
    return new IntakeCheckPage.Problem(path, problem.message());
  }

  private List<Line> papers(OpenIntake.Opened opened, Filing filing, DeferPapers.Promise promise) {
    List<Attachments.Attachment> files = attachments.ofDraft(opened.draft().id());
    List<ServiceItem.Paper> needed =
        catalogue.papersFor(opened.item(), filing.values(), filing.applicant().facts());
    return opened.item().papers().stream()
        .filter(
            paper -> opened.correction() ? opened.opensPaper(paper.id()) : needed.contains(paper))
        .map(
            paper -> {
              long count = files.stream().filter(one -> one.paper().equals(paper.id())).count();
              String held = filing.held().get(paper.id());
              return new Line(
                  paper.name(),
                  count > 0
                      ? count + " 个文件"
                      : held != null ? held : promise.has(paper.id()) ? "容缺，受理后按承诺补交" : "未提交");
            })
        .toList();
  }

  /** In full: the clerk has the originals before him and must compare. */
  private static List<Line> applicant(ApplicantSheet sheet) {
    var lines = new ArrayList<Line>();
    lines.add(new Line(sheet.legal() ? "单位名称" : "姓名", sheet.name()));
    lines.add(new Line(sheet.legal() ? "统一社会信用代码" : "公民身份号码", sheet.code()));
    lines.add(new Line("联系电话", sheet.phone()));
    if (sheet.legal()) {
      lines.add(new Line("法定代表人（负责人）", sheet.representative()));
    }
    lines.add(new Line("联系地址", sheet.address()));
    return lines.stream().filter(line -> !line.value().isBlank()).toList();
  }
}
