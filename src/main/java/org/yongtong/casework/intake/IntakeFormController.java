package org.yongtong.casework.intake;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.apply.ApplicationCheck;
import org.yongtong.casework.apply.Drafts;
import org.yongtong.casework.apply.FormUploads;
import org.yongtong.casework.apply.RemovePaper;
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
  private final FormUploads uploads;
  private final RemovePaper remove;

  IntakeFormController(
      OpenIntake open,
      WindowIntake intake,
      Drafts drafts,
      FollowCase follow,
      ActionDesk desk,
      ApplicationCheck check,
      Forms forms,
      FormUploads uploads,
      RemovePaper remove) {
    this.open = open;
    this.intake = intake;
    this.drafts = drafts;
    this.follow = follow;
    this.desk = desk;
    this.check = check;
    this.forms = forms;
    this.uploads = uploads;
    this.remove = remove;
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
            opened.head(2),
            view(opened, opened.draft().filing(), all != null, FormUploads.NOTHING),
            all != null));
    return "casework/intake/form";
  }

  @PostMapping("/desk/intake/{draft}/form")
  ModelAndView save(
      @PathVariable UUID draft, HttpServletRequest request, @AuthenticationPrincipal SignedIn me)
      throws IOException {
    OpenIntake.Opened opened = open.open(draft, me);
    keep(opened, request, me);
    FormUploads.Outcome files = uploads.take(draft, request, me);
    if (!files.ok()) {
      return new ModelAndView(
          "casework/intake/form", Map.of("page", page(draft, files, me)), files.status());
    }
    Optional<UUID> removed = FormUploads.removed(request);
    if (removed.isPresent()) {
      remove.remove(draft, removed.get(), me);
    }
    return new ModelAndView(
        Forms.redraws(request.getParameterMap())
            ? "redirect:/desk/intake/%s/form#form-sections".formatted(draft)
            : "redirect:/desk/intake/%s/papers".formatted(draft));
  }

  private IntakeFormPage page(UUID draft, FormUploads.Outcome files, SignedIn me) {
    OpenIntake.Opened now = open.open(draft, me);
    return new IntakeFormPage(
        now.head(2), view(now, now.draft().filing(), false, files), !files.ok());
  }

  /** One field has changed: saved, and the form as it now must be. */
  @PostMapping("/desk/intake/{draft}/save")
  ModelAndView autosave(
      @PathVariable UUID draft, HttpServletRequest request, @AuthenticationPrincipal SignedIn me)
      throws IOException {
    OpenIntake.Opened opened = open.open(draft, me);
    Drafts.Draft kept = keep(opened, request, me);
    FormUploads.Outcome files = uploads.take(draft, request, me);
    var now =
        new OpenIntake.Opened(kept, opened.item(), open.wanted(kept, opened.item()), opened.stop());
    IntakeFormPage page =
        files.sent() > 0
            ? page(draft, files, me)
            : new IntakeFormPage(now.head(2), view(now, kept.filing(), false, files), false);
    return new ModelAndView(
        "casework/intake/_saved",
        Map.of("page", page),
        files.ok() ? HttpStatus.OK : files.status());
  }

  private Drafts.Draft keep(OpenIntake.Opened opened, HttpServletRequest request, SignedIn me) {
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
  private FormView view(
      OpenIntake.Opened opened, Filing filing, boolean all, FormUploads.Outcome files) {
    FormCheck found =
        forms.check(opened.item().form(), filing.values(), filing.applicant().facts());
    var shown =
        new FormCheck(
            found.visible(),
            found.required(),
            found.problems().stream().filter(problem -> all || !problem.missing()).toList());
    return forms.view(opened.item().form(), filing.values(), files.with(shown), opened.options());
  }

  /** 知道了: the notice of the revision has been read. */
  @PostMapping("/desk/intake/{draft}/revision")
  String seen(@PathVariable UUID draft, @AuthenticationPrincipal SignedIn me) {
    open.open(draft, me);
    drafts.forgetRevision(draft, me);
    return "redirect:/desk/intake/%s/form".formatted(draft);
  }

  @PostMapping("/desk/intake/{draft}/discard")
  String discard(@PathVariable UUID draft, @AuthenticationPrincipal SignedIn me) {
    if (!drafts.discard(draft, me)) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
    return "redirect:/desk/intake";
  }
}
