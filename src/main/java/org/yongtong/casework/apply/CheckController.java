package org.yongtong.casework.apply;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.catalogue.Situation;
import org.yongtong.catalogue.Situations;
import org.yongtong.directory.Directory;
import org.yongtong.form.Forms;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The step 核对提交, the submission itself, and throwing a draft away. */
@Controller
@Allow(Who.APPLICANT)
@RequestMapping("/apply/drafts/{id}")
class CheckController {

  private final OpenDrafts open;
  private final SubmitDraft submit;
  private final Drafts drafts;
  private final Catalogue catalogue;
  private final Situations situations;
  private final Directory directory;
  private final Forms forms;
  private final Clock clock;

  CheckController(
      OpenDrafts open,
      SubmitDraft submit,
      Drafts drafts,
      Catalogue catalogue,
      Situations situations,
      Directory directory,
      Forms forms,
      Clock clock) {
    this.open = open;
    this.submit = submit;
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.situations = situations;
    this.directory = directory;
    this.forms = forms;
    this.clock = clock;
  }

  @GetMapping("/check")
  String check(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Model model) {
    OpenDrafts.Opened opened = open.own(id, me);
    return opened.closed() != null
        ? "redirect:" + opened.closed()
        : page(opened, null, null, null, model);
  }

  /** The same draft sent again, from another window or after a lost answer, leads to its case. */
  @PostMapping("/submit")
  String submit(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String agree,
      @RequestParam(defaultValue = "") String promise,
      @RequestParam(defaultValue = "") String version,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenDrafts.Opened opened = open.own(id, me);
    boolean revised = !version.isEmpty() && !version.equals(opened.item().version().toString());
    if (opened.closed() == null && revised) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(opened, null, null, SubmitDraft.REVISED, model);
    }
    String unconfirmed = agree.equals("true") ? null : "请先确认以上内容真实有效，再提交。";
    String unpromised =
        promise.equals(opened.promise().digest()) ? null : "请先看过容缺承诺并勾选，再提交；现在就有的材料，也可以回去上传。";
    if (opened.closed() == null && (unconfirmed != null || unpromised != null)) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return page(opened, unconfirmed, unpromised, null, model);
    }
    return switch (submit.submit(id, promise, me)) {
      case SubmitDraft.Result.Submitted(var file, var repeated) ->
          "redirect:/my/cases/" + file.id() + "?submitted";
      case SubmitDraft.Result.Incomplete ignored -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(open.own(id, me), null, null, null, model);
      }
      case SubmitDraft.Result.Refused(var refusal) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(opened, null, null, refusal.message(), model);
      }
      case SubmitDraft.Result.NotFound ignored ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  @GetMapping("/discard")
  String confirmDiscard(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me, Model model) {
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    model.addAttribute("page", DraftHead.of(opened, DraftHead.Step.CHECK, clock.instant()));
    return "casework/apply/discard";
  }

  @PostMapping("/discard")
  String discard(@PathVariable UUID id, @AuthenticationPrincipal SignedIn me) {
    OpenDrafts.Opened opened = open.own(id, me);
    drafts.discard(id, me);
    return opened.closed() != null ? "redirect:" + opened.closed() : "redirect:/my/cases";
  }

  private String page(
      OpenDrafts.Opened opened,
      @Nullable String confirm,
      @Nullable String unpromised,
      @Nullable String refused,
      Model model) {
    Filing filing = opened.filing();
    ServiceItem item = opened.item();
    model.addAttribute(
        "page",
        new CheckPage(
            DraftHead.of(opened, DraftHead.Step.CHECK, clock.instant()),
            filing.applicant().answers(true),
            forms.answers(item.form(), filing.values(), filing.applicant().facts(), true),
            papers(opened),
            terms(opened),
            opened.promise().made()
                ? new CheckPage.Promise(
                    opened.promise().text(), opened.promise().digest(), unpromised)
                : null,
            opened.problems().stream().map(problem -> link(opened, problem)).toList(),
            confirm,
            refused));
    return "casework/apply/check";
  }

  /** What these answers come to, as it will stand with the case. */
  private Map<String, String> terms(OpenDrafts.Opened opened) {
    if (opened.draft().caseId() != null) {
      return Map.of();
    }
    Filing filing = opened.filing();
    Situation situation =
        situations.settled(opened.item(), filing.values(), filing.applicant().facts());
    Map<String, String> terms = new LinkedHashMap<>();
    terms.put("承办部门", directory.department(situation.department()).name());
    terms.put(
        "承诺时限",
        situation.promisedDays() == 0
            ? "当场办结"
            : "受理后 %d 个工作日内".formatted(situation.promisedDays()));
    terms.put(
        "收费",
        situation.fees().mine().isEmpty()
            ? "不收费"
            : situation.total().map(total -> "共 " + total.toPlainString() + " 元").orElse("按规定收费"));
    return terms;
  }

  private List<CheckPage.PaperLine> papers(OpenDrafts.Opened opened) {
    Filing filing = opened.filing();
    List<CheckPage.PaperLine> lines = new ArrayList<>();
    for (var paper :
        catalogue.papersFor(opened.item(), filing.values(), filing.applicant().facts())) {
      List<String> names =
          opened.papers().stream()
              .filter(file -> file.paper().equals(paper.id()))
              .map(file -> file.name())
              .toList();
      String held = filing.held().get(paper.id());
      String all = String.join("、", names);
      if (!names.isEmpty()) {
        lines.add(
            new CheckPage.PaperLine(
                paper.name(), all, "已上传 %d 个文件".formatted(names.size()), "done"));
      } else if (!opened.scope().opensPaper(paper.id())) {
        lines.add(new CheckPage.PaperLine(paper.name(), "以前提交的有效", "不用重新提交", "neutral"));
      } else if (held != null) {
        lines.add(new CheckPage.PaperLine(paper.name(), held, "免提交", "good"));
      } else if (opened.promise().has(paper.id())) {
        lines.add(new CheckPage.PaperLine(paper.name(), "受理后按承诺补交", "容缺", "near"));
      } else if (paper.need() == ServiceItem.Need.OPTIONAL) {
        lines.add(new CheckPage.PaperLine(paper.name(), "可以不提交", "未上传", "neutral"));
      } else {
        lines.add(new CheckPage.PaperLine(paper.name(), "", "还没有上传", "near"));
      }
    }
    return lines;
  }

  private static CheckPage.ProblemLink link(
      OpenDrafts.Opened opened, ApplicationCheck.Problem problem) {
    String place =
        switch (problem.step()) {
          case APPLICANT -> "applicant?check#f-" + problem.anchor();
          case FORM -> "form?check#f-" + problem.anchor();
          case PAPERS -> "papers?check#paper-" + problem.anchor();
        };
    return new CheckPage.ProblemLink(opened.path(place), problem.message());
  }
}
