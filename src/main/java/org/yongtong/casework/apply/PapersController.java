package org.yongtong.casework.apply;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.yongtong.casework.file.Filing;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Who;

/** The step 材料: a card for each paper that is needed now. */
@Controller
@Allow(Who.APPLICANT)
@RequestMapping("/apply/drafts/{id}")
class PapersController {

  private final OpenDrafts open;
  private final UploadPaper upload;
  private final DeferPapers later;
  private final Catalogue catalogue;
  private final Clock clock;

  PapersController(
      OpenDrafts open, UploadPaper upload, DeferPapers later, Catalogue catalogue, Clock clock) {
    this.open = open;
    this.upload = upload;
    this.later = later;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  @GetMapping("/papers")
  String papers(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String check,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    return page(opened, Map.of(), check != null, model);
  }

  /** To the last step, when nothing is missing. */
  @PostMapping("/papers")
  String goOn(
      @PathVariable UUID id,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    if (opened.problems(ApplicationCheck.Step.PAPERS).isEmpty()) {
      return "redirect:" + opened.path("check");
    }
    response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    return page(opened, Map.of(), true, model);
  }

  @PostMapping("/papers/{paper}")
  String upload(
      @PathVariable UUID id,
      @PathVariable String paper,
      @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> sent,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model)
      throws IOException {
    List<MultipartFile> files =
        (sent == null ? List.<MultipartFile>of() : sent)
            .stream().filter(file -> !file.isEmpty() || !name(file).isEmpty()).toList();
    List<String> errors = new ArrayList<>();
    HttpStatus status = HttpStatus.UNPROCESSABLE_CONTENT;
    for (MultipartFile file : files) {
      UploadPaper.Result result;
      try (var content = file.getInputStream()) {
        result = upload.upload(id, paper, name(file), content, me, request.getRemoteAddr());
      }
      switch (result) {
        case UploadPaper.Result.Kept ignored -> {}
        case UploadPaper.Result.Refused(var message) ->
            errors.add("“%s”没有上传：%s".formatted(name(file), message));
        case UploadPaper.Result.TooMany(var message) -> {
          errors.add("“%s”没有上传：%s".formatted(name(file), message));
          status = HttpStatus.TOO_MANY_REQUESTS;
          response.setHeader(HttpHeaders.RETRY_AFTER, "60");
        }
        case UploadPaper.Result.Closed ignored -> errors.add(StepsController.CLOSED);
        case UploadPaper.Result.NotFound ignored ->
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      }
    }
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    if (files.isEmpty()) {
      errors.add("请先选择要上传的文件。");
    }
    if (errors.isEmpty()) {
      return "redirect:" + opened.path("papers") + "#paper-" + anchor(paper);
    }
    response.setStatus(status.value());
    return page(opened, Map.of(paper, errors), false, model);
  }

  /** Leaves a paper out for later, or not any more. */
  @PostMapping("/papers/{paper}/later")
  String later(
      @PathVariable UUID id,
      @PathVariable String paper,
      @RequestParam(name = "later", defaultValue = "true") boolean wanted,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me,
      Model model) {
    OpenDrafts.Opened opened = open.own(id, me);
    if (opened.closed() != null) {
      return "redirect:" + opened.closed();
    }
    return switch (later.choose(id, paper, wanted, me)) {
      case DeferPapers.Result.Kept ignored ->
          "redirect:" + opened.path("papers") + "#paper-" + anchor(paper);
      case DeferPapers.Result.Refused(var message) -> {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        yield page(opened, Map.of(paper, List.of(message)), false, model);
      }
      case DeferPapers.Result.NotFound ignored ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  private static String name(MultipartFile file) {
    return Objects.requireNonNullElse(file.getOriginalFilename(), "");
  }

  static String anchor(String paper) {
    return paper.replaceAll("[^A-Za-z0-9_-]", "");
  }

  private String page(
      OpenDrafts.Opened opened, Map<String, List<String>> errors, boolean checked, Model model) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (checked) {
      opened
          .problems(ApplicationCheck.Step.PAPERS)
          .forEach(problem -> problems.put(problem.anchor(), problem.message()));
    }
    Filing filing = opened.filing();
    String barred =
        opened.draft().caseId() == null && DeferPapers.offers(opened.item())
            ? later.barred(filing).orElse(null)
            : null;
    List<PapersPage.Card> cards = new ArrayList<>();
    List<PapersPage.Kept> kept = new ArrayList<>();
    for (var paper :
        catalogue.papersFor(opened.item(), filing.values(), filing.applicant().facts())) {
      if (opened.scope().opensPaper(paper.id())) {
        cards.add(
            card(
                opened,
                paper,
                errors.getOrDefault(paper.id(), List.of()),
                problems.get(paper.id()),
                barred));
      } else {
        kept.add(new PapersPage.Kept(paper.name()));
      }
    }
    model.addAttribute(
        "page",
        new PapersPage(
            DraftHead.of(opened, DraftHead.Step.PAPERS, clock.instant()), cards, kept, problems));
    return "casework/apply/papers";
  }

  private static PapersPage.Card card(
      OpenDrafts.Opened opened,
      ServiceItem.Paper paper,
      List<String> errors,
      @Nullable String problem,
      @Nullable String barred) {
    String words = DeferPapers.words(paper);
    boolean correction = opened.scope().correction();
    return new PapersPage.Card(
        paper.id(),
        paper.name(),
        correction ? "需要补正" : paper.need().word(),
        paper.need() != ServiceItem.Need.OPTIONAL,
        facts(paper),
        paper.note(),
        paper.sample(),
        paper.blank() != null,
        correction ? null : opened.filing().held().get(paper.id()),
        opened.scope().reason(false, paper.id()),
        opened.papers().stream()
            .filter(file -> file.paper().equals(paper.id()))
            .map(file -> new PapersPage.File(file.id(), file.name(), file.sizeWord(), file.image()))
            .toList(),
        errors,
        problem,
        correction || words == null
            ? null
            : new PapersPage.Later(words, opened.promise().has(paper.id()), barred),
        opened.scope().news(paper.id()));
  }

  private static String facts(ServiceItem.Paper paper) {
    List<String> facts = new ArrayList<>();
    if (paper.originals() > 0) {
      facts.add("原件 %d 份".formatted(paper.originals()));
    }
    if (paper.copies() > 0) {
      facts.add("复印件 %d 份".formatted(paper.copies()));
    }
    facts.add("出具单位：" + paper.issuer());
    return String.join(" · ", facts);
  }
}
