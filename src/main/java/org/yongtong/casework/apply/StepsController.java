package org.yongtong.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.DayWords;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.form.FormCheck;
import org.yongtong.form.FormView;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The steps 申请人 and 填写 of an application, saved with every field. */
@Controller
@Allow(Who.APPLICANT)
@RequestMapping("/apply/drafts/{id}")
class StepsController {

  static final String CLOSED = "这份申请已经提交，不能再修改。请到“我的办件”查看进度。";

  private final OpenDrafts open;
  private final Drafts drafts;
  private final Catalogue catalogue;
  private final Forms forms;
  private final FormUploads uploads;
  private final Clock clock;

  StepsController(
      OpenDrafts open,
      Drafts drafts,
      Catalogue catalogue,
      Forms forms,
      FormUploads uploads,
      Clock clock) {
    this.open = open;
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.forms = forms;
    this.uploads = uploads;
    this.clock = clock;
  }

  @GetMapping("/applicant")
  String applicant(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String check,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenDrafts.Opened opened = open.own(id, me);
    return opened.closed() != null
        ? "redirect:" + opened.closed()
        : applicant(opened, check != null, model);
  }

  private String applicant(OpenDrafts.Opened opened, boolean checked, Model model) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (checked) {
      opened
          .problems(ApplicationCheck.Step.APPLICANT)
          .forEach(problem -> problems.putIfAbsent(problem.anchor(), problem.message()));
    }
    model.addAttribute(
        "page",
        new ApplicantPage(
            DraftHead.of(opened, DraftHead.Step.APPLICANT, clock.instant()),
            ApplicantParts.of(opened.filing(), opened.scope()),
            problems));
    return "casework/apply/applicant";
  }

  @PostMapping("/applicant")
  String saveApplicant(
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    save(id, request, me);
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    if (!opened.problems(ApplicationCheck.Step.APPLICANT).isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return applicant(opened, true, model);
    }
    return "redirect:" + opened.path("form");
  }

  @GetMapping("/form")
  String form(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String check,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenDrafts.Opened opened = open.own(id, me);
    return opened.closed() != null
        ? "redirect:" + opened.closed()
        : form(opened, check != null, FormUploads.NOTHING, model);
  }

  private String form(
      OpenDrafts.Opened opened, boolean checked, FormUploads.Outcome files, Model model) {
    FormCheck result = check(opened.item(), opened.filing());
    FormCheck shown =
        files.with(
            checked
                ? standing(result, opened.problems(ApplicationCheck.Step.FORM))
                : only(result, problem -> !problem.missing()));
    model.addAttribute(
        "page",
        new FormPage(
            DraftHead.of(opened, DraftHead.Step.FORM, clock.instant()),
            forms.view(
                opened.item().form(), opened.filing().values(), shown, opened.scope().options()),
            checked ? shown.summary() : files.problems()));
    return "casework/apply/form";
  }

  @PostMapping("/form")
  String saveForm(
      @PathVariable UUID id,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model)
      throws IOException {
    save(id, request, me);
    FormUploads.Outcome files = uploads.take(id, request, me);
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    if (!files.ok()) {
      response.setStatus(files.status().value());
      return form(opened, false, files, model);
    }
    Optional<UUID> removed = FormUploads.removed(request);
    if (removed.isPresent()) {
      return "redirect:" + opened.path("files/" + removed.get() + "/remove");
    }
    if (Forms.redraws(request.getParameterMap())) {
      return "redirect:" + opened.path("form") + redrawn(request);
    }
    if (!opened.problems(ApplicationCheck.Step.FORM).isEmpty()) {
      response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
      return form(opened, true, files, model);
    }
    return "redirect:" + opened.path("papers");
  }

  /** Anchor of the group whose rows or places have changed. */
  private static String redrawn(HttpServletRequest request) {
    for (String button : List.of("f.row.add", "f.row.remove", "f.refresh", "f.upload")) {
      String value = request.getParameter(button);
      if (value != null && value.matches("[a-z][a-z0-9_.]{0,100}")) {
        return "#f-" + value.replaceFirst("\\.\\d.*$", "");
      }
    }
    return "";
  }

  /** Every change of a field while it is typed. */
  @PostMapping("/save")
  Object autosave(
      @PathVariable UUID id, HttpServletRequest request, @AuthenticationPrincipal SignedIn me)
      throws IOException {
    Saved saved = save(id, request, me).orElse(null);
    if (saved == null) {
      return ResponseEntity.status(HttpStatus.CONFLICT)
          .contentType(MediaType.parseMediaType("text/plain;charset=utf-8"))
          .body(CLOSED);
    }
    FormUploads.Outcome files = uploads.take(id, request, me);
    Filing filing =
        files.sent() == 0
            ? saved.filing()
            : drafts.findOwn(id, me).map(Drafts.Draft::filing).orElse(saved.filing());
    FormView view =
        forms.view(
            saved.item().form(),
            filing.values(),
            files.with(only(check(saved.item(), filing), problem -> !problem.missing())),
            saved.scope().options());
    return new ModelAndView(
        "casework/apply/_saved",
        Map.of(
            "page",
            new SavedPage(
                view,
                "/apply/drafts/" + id + "/save",
                "/apply/drafts/" + id + "/files",
                DayWords.saved(saved.draft().savedAt(), clock.instant()))),
        files.ok() ? HttpStatus.OK : files.status());
  }

  private record Saved(Drafts.Draft draft, ServiceItem item, Filing filing, Scope scope) {}

  /** Saves what was sent as far as it may be changed; empty when the draft has been submitted. */
  private Optional<Saved> save(UUID id, HttpServletRequest request, SignedIn me) {
    Map<String, String[]> sent = request.getParameterMap();
    Scope[] scope = {Scope.ALL};
    Optional<Drafts.Draft> draft =
        drafts.change(
            id,
            me,
            before -> {
              Filing typed = sent(before, sent, open.scope(before));
              // in a correction an answer may have brought questions that were sent with it
              scope[0] = open.scope(before, typed);
              return scope[0].correction() ? sent(before, sent, scope[0]) : typed;
            });
    if (draft.isEmpty() && drafts.findOwn(id, me).isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return draft.map(
        saved ->
            new Saved(saved, catalogue.version(saved.itemVersion()), saved.filing(), scope[0]));
  }

  private Filing sent(Drafts.Draft draft, Map<String, String[]> sent, Scope scope) {
    Filing before = draft.filing();
    ServiceItem item = catalogue.version(draft.itemVersion());
    Values values = forms.parse(item.form(), sent, before.values());
    Filing changed = new ApplicantParameters(sent, scope).apply(before.with(values));
    return scope.keep(before, changed);
  }

  private FormCheck check(ServiceItem item, Filing filing) {
    ApplicantSheet sheet = filing.applicant();
    return forms.check(item.form(), filing.values(), sheet.facts());
  }

  /** What still stands in the way, also what only a correction asks for. */
  private static FormCheck standing(FormCheck check, List<ApplicationCheck.Problem> problems) {
    var shown = new ArrayList<FormCheck.Problem>();
    for (ApplicationCheck.Problem known : problems) {
      shown.add(
          check.problems().stream()
              .filter(problem -> problem.path().equals(known.anchor()))
              .findFirst()
              .orElse(new FormCheck.Problem(known.anchor(), "", known.message(), true)));
    }
    return new FormCheck(check.visible(), check.required(), List.copyOf(shown));
  }

  private static FormCheck only(FormCheck check, Predicate<FormCheck.Problem> shown) {
    return new FormCheck(
        check.visible(), check.required(), check.problems().stream().filter(shown).toList());
  }
}
