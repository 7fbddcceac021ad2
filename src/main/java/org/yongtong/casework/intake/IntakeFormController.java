package org.yongtong.casework.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.apply.ApplicationCheck;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.desk.ActionDesk;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Party;
import org.yongtong.casework.mine.FollowCase;
import org.yongtong.form.FormCheck;
import org.yongtong.form.FormView;
import org.yongtong.form.Forms;
import org.yongtong.form.Values;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** The applicant and the form of an intake; for a correction only what the notice named. */
@Controller
@Allow(value = Who.STAFF, roles = Role.WINDOW)
class IntakeFormController {

  private final OpenIntake open;
  private final WindowIntake intake;
  private final Drafts drafts;
  private final FollowCase follow;
  private final ActionDesk desk;
  private final ApplicationCheck check;
  private final Forms forms;

  IntakeFormController(
      OpenIntake open,
      WindowIntake intake,
      Drafts drafts,
      FollowCase follow,
      ActionDesk desk,
      ApplicationCheck check,
      Forms forms) {
    this.open = open;
    this.intake = intake;
    this.drafts = drafts;
    this.follow = follow;
    this.desk = desk;
    this.check = check;
    this.forms = forms;
  }

  /** The clerk corrects for an applicant who came to the window. */
  @PostMapping("/desk/intake/correct/{caseId}")
  String correct(@PathVariable UUID caseId, @AuthenticationPrincipal SignedIn me) {
    desk.open(caseId, me, Party.WINDOW);
    try {
      return follow
          .correctionDraft(caseId, me)
          .map(draft -> "redirect:/desk/intake/%s/form".formatted(draft.id()))
          .orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
    } catch (DuplicateKeyException correctsOnline) {
      // the applicant has begun to correct; one correction at a time
      throw new ResponseStatusException(HttpStatus.CONFLICT);
    }
  }

  @GetMapping("/desk/intake/{draft}/applicant")
  String applicant(
      @PathVariable UUID draft,
      @RequestParam(required = false) @Nullable String register,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenIntake.Opened opened = open.open(draft, me);
    model.addAttribute(
        "page", applicantPage(opened, opened.draft().filing().applicant(), register, Map.of()));
    return "casework/intake/applicant";
  }

  @PostMapping("/desk/intake/{draft}/applicant")
  ModelAndView saveApplicant(
      @PathVariable UUID draft,
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedIn me) {
    OpenIntake.Opened opened = open.open(draft, me);
    if (opened.opensApplicant()) {
      ApplicantSheet kept = opened.draft().filing().applicant();
      ApplicantSheet sheet =
          WindowIntake.typed(kept, IntakeController.sheet(typed, List.of(kept.kind())));
      Map<String, String> problems = new LinkedHashMap<>();
      check
          .applicant(sheet)
          .forEach(problem -> problems.putIfAbsent(problem.anchor(), problem.message()));
      change(draft, me, filing -> filing.with(sheet));
      if (!problems.isEmpty()) {
        return new ModelAndView(
            "casework/intake/applicant",
            Map.of("page", applicantPage(opened, sheet, null, problems)),
            HttpStatusCode.valueOf(422));
      }
    }
    return new ModelAndView("redirect:/desk/intake/%s/form".formatted(draft));
  }

  private static IntakeApplicantPage applicantPage(
      OpenIntake.Opened opened,
      ApplicantSheet sheet,
      @Nullable String register,
      Map<String, String> problems) {
    IntakeHead head = opened.head(1);
    return new IntakeApplicantPage(
        head,
        opened.item().name(),
        head.path("applicant"),
        List.of(sheet.kind()),
        IntakeApplicantPage.Sheet.of(sheet),
        false,
        register,
        problems);
  }

  @GetMapping("/desk/intake/{draft}/form")
  String form(
      @PathVariable UUID draft,
      @RequestParam(required = false) @Nullable String all,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenIntake.Opened opened = open.open(draft, me);
    model.addAttribute(
        "page",
        new IntakeFormPage(
            opened.head(2), view(opened, opened.draft().filing(), all != null), all != null));
    return "casework/intake/form";
  }

  @PostMapping("/desk/intake/{draft}/form")
  String save(@PathVariable UUID draft, WebRequest request, @AuthenticationPrincipal SignedIn me) {
    OpenIntake.Opened opened = open.open(draft, me);
    keep(opened, request, me);
    return Forms.redraws(request.getParameterMap())
        ? "redirect:/desk/intake/%s/form#form-sections".formatted(draft)
        : "redirect:/desk/intake/%s/papers".formatted(draft);
  }

  /** One field has changed: saved, and the form as it now must be. */
  @PostMapping("/desk/intake/{draft}/save")
  String autosave(
      @PathVariable UUID draft,
      WebRequest request,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenIntake.Opened opened = open.open(draft, me);
    Drafts.Draft kept = keep(opened, request, me);
    var now = new OpenIntake.Opened(kept, opened.item(), opened.marks());
    model.addAttribute(
        "page", new IntakeFormPage(now.head(2), view(now, kept.filing(), false), false));
    return "casework/intake/_saved";
  }

  private Drafts.Draft keep(OpenIntake.Opened opened, WebRequest request, SignedIn me) {
    return change(
        opened.draft().id(),
        me,
        filing -> {
          Values values =
              forms.parse(opened.item().form(), request.getParameterMap(), filing.values());
          return filing.with(values);
        });
  }

  private Drafts.Draft change(
      UUID draft, SignedIn me, java.util.function.UnaryOperator<Filing> change) {
    Optional<Drafts.Draft> kept = intake.change(draft, me, change);
    return kept.orElseThrow(() -> new ResponseStatusException(HttpStatus.CONFLICT));
  }

  /** What is wrong is shown at once, what is missing only when everything was asked for. */
  private FormView view(OpenIntake.Opened opened, Filing filing, boolean all) {
    FormCheck found =
        forms.check(opened.item().form(), filing.values(), filing.applicant().facts());
    var shown =
        new FormCheck(
            found.visible(),
            found.required(),
            found.problems().stream().filter(problem -> all || !problem.missing()).toList());
    return forms.view(opened.item().form(), filing.values(), shown, opened.options());
  }

  @PostMapping("/desk/intake/{draft}/discard")
  String discard(@PathVariable UUID draft, @AuthenticationPrincipal SignedIn me) {
    if (!drafts.discard(draft, me)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/desk/intake";
  }
}
