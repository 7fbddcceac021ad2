package org.yongtong.casework.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
import org.yongtong.casework.apply.ItemsInForce;
import org.yongtong.casework.file.ApplicantSheet;
import org.yongtong.casework.file.CaseScope;
import org.yongtong.casework.file.When;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ItemHead;
import org.yongtong.catalogue.ItemQuery;
import org.yongtong.catalogue.ItemState;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.directory.Department;
import org.yongtong.directory.Directory;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Window intake: choose the item, then who applies. */
@Controller
@Allow(value = Who.STAFF, roles = Role.WINDOW)
class IntakeController {

  private static final int DRAFTS = 20;
  private static final int FOUND = 30;

  private final WindowIntake intake;
  private final ApplicationCheck check;
  private final Drafts drafts;
  private final Catalogue catalogue;
  private final CaseScope scope;
  private final Directory directory;
  private final ItemsInForce inForce;

  IntakeController(
      WindowIntake intake,
      ApplicationCheck check,
      Drafts drafts,
      Catalogue catalogue,
      CaseScope scope,
      Directory directory,
      ItemsInForce inForce) {
    this.intake = intake;
    this.check = check;
    this.drafts = drafts;
    this.catalogue = catalogue;
    this.scope = scope;
    this.directory = directory;
    this.inForce = inForce;
  }

  @GetMapping("/desk/intake")
  String begin(
      @RequestParam(defaultValue = "") String q,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    Set<String> departments = scope.departments(me);
    String words = q.strip().substring(0, Math.min(q.strip().length(), 60));
    Stream<ItemHead> items =
        words.isEmpty()
            ? catalogue.listPublished().stream()
            : catalogue.search(ItemQuery.words(words, FOUND)).stream()
                .flatMap(item -> catalogue.implementations(item.leadId()).stream());
    model.addAttribute(
        "page",
        new IntakePage(
            words,
            items
                .filter(item -> departments.contains(item.department()))
                .filter(item -> item.state() == ItemState.IN_USE)
                .map(this::line)
                .toList(),
            drafts.openOf(me, DRAFTS).stream().map(this::draft).toList()));
    return "casework/intake/intake";
  }

  private IntakePage.ItemLine line(ItemHead item) {
    return new IntakePage.ItemLine(
        item.taskCode(),
        item.name(),
        directory.findDepartment(item.department()).map(Department::shortName).orElse("")
            + "，"
            + item.handling().word()
            + "，承诺 "
            + item.promisedDays()
            + " 个工作日");
  }

  private IntakePage.DraftLine draft(Drafts.Draft draft) {
    return new IntakePage.DraftLine(
        "/desk/intake/%s/%s".formatted(draft.id(), draft.caseId() == null ? "form" : "check"),
        catalogue.version(draft.itemVersion()).name() + (draft.caseId() == null ? "" : "（补正）"),
        draft.filing().applicant().applying(null).masked(),
        When.shortMoment(draft.savedAt()));
  }

  @GetMapping("/desk/intake/new/{taskCode}")
  String applicant(
      @PathVariable String taskCode, @AuthenticationPrincipal SignedIn me, Model model) {
    ServiceItem item = item(taskCode, me);
    var empty = new ApplicantSheet(kinds(item).getFirst(), "", "", "", "", "", "", "", "", "", "");
    model.addAttribute("page", page(item, empty, false, Map.of()));
    return "casework/intake/applicant";
  }

  @PostMapping("/desk/intake/new/{taskCode}")
  ModelAndView start(
      @PathVariable String taskCode,
      @RequestParam Map<String, String> typed,
      @AuthenticationPrincipal SignedIn me) {
    ServiceItem item = item(taskCode, me);
    ApplicantSheet sheet = sheet(typed, kinds(item));
    Map<String, String> problems = new LinkedHashMap<>();
    check.applicant(sheet).stream()
        .filter(problem -> !problem.anchor().equals("applicant.representative"))
        .forEach(problem -> problems.putIfAbsent(problem.anchor(), problem.message()));
    if (!problems.isEmpty()) {
      return again(item, sheet, false, problems);
    }
    return switch (intake.look(sheet, item, me)) {
      case WindowIntake.Match.Other ignored when sheet.legal() ->
          again(item, sheet, false, Map.of("applicant.name", "法人库中这个统一社会信用代码登记的是另一个名称，请按营业执照核对。"));
      case WindowIntake.Match.Other ignored when !"1".equals(typed.get("seen")) ->
          again(item, sheet, true, Map.of("applicant.name", "人口库中这个号码登记的姓名与所填不一致，请核对证件原件。"));
      case WindowIntake.Match.Same ignored -> started(item, sheet, me, "same");
      case WindowIntake.Match.Other ignored -> started(item, sheet, me, "other");
      case WindowIntake.Match.Unknown ignored -> started(item, sheet, me, "unknown");
    };
  }

  private ModelAndView started(
      ServiceItem item, ApplicantSheet sheet, SignedIn me, String register) {
    Drafts.Draft draft = intake.begin(item, sheet, me);
    return new ModelAndView(
        "redirect:/desk/intake/%s/applicant?register=%s".formatted(draft.id(), register));
  }

  private static ModelAndView again(
      ServiceItem item, ApplicantSheet sheet, boolean confirm, Map<String, String> problems) {
    return new ModelAndView(
        "casework/intake/applicant",
        Map.of("page", page(item, sheet, confirm, problems)),
        HttpStatusCode.valueOf(422));
  }

  private static IntakeApplicantPage page(
      ServiceItem item, ApplicantSheet sheet, boolean confirm, Map<String, String> problems) {
    return new IntakeApplicantPage(
        null,
        item.name(),
        "/desk/intake/new/" + item.taskCode(),
        kinds(item),
        IntakeApplicantPage.Sheet.of(sheet),
        confirm,
        null,
        problems);
  }

  private ServiceItem item(String taskCode, SignedIn me) {
    return catalogue
        .findPublished(taskCode)
        .filter(item -> scope.departments(me).contains(item.department()))
        .filter(item -> inForce.stop(item).isEmpty())
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  static List<String> kinds(ServiceItem item) {
    var kinds = new ArrayList<String>();
    if (item.audience().contains(ServiceItem.Audience.PERSON)) {
      kinds.add("person");
    }
    if (item.audience().contains(ServiceItem.Audience.LEGAL)) {
      kinds.add("legal");
    }
    return kinds;
  }

  /** The sheet as typed; a kind that the item is not for becomes the one it is for. */
  static ApplicantSheet sheet(Map<String, String> typed, List<String> kinds) {
    String kind = typed.getOrDefault("kind", "");
    return new ApplicantSheet(
        kinds.contains(kind) ? kind : kinds.getFirst(),
        text(typed, "name"),
        text(typed, "code").toUpperCase(Locale.ROOT),
        text(typed, "phone"),
        text(typed, "address"),
        text(typed, "representative"),
        text(typed, "handler"),
        text(typed, "handlerPhone"),
        "",
        "",
        "");
  }

  private static String text(Map<String, String> typed, String name) {
    return typed.getOrDefault(name, "").strip();
  }
}
