package org.yongtong.casework.intake;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.yongtong.casework.apply.DeferPapers;
import org.yongtong.casework.apply.PapersPage;
import org.yongtong.casework.apply.RemovePaper;
import org.yongtong.casework.apply.Revision;
import org.yongtong.casework.apply.UploadPaper;
import org.yongtong.casework.file.Attachments;
import org.yongtong.casework.file.Filing;
import org.yongtong.casework.file.Marks;
import org.yongtong.casework.file.PaperKey;
import org.yongtong.catalogue.Catalogue;
import org.yongtong.catalogue.ServiceItem;
import org.yongtong.identity.SignedIn;
import org.yongtong.platform.file.FileServing;
import org.yongtong.platform.file.FileStore;
import org.yongtong.platform.web.Allow;
import org.yongtong.platform.web.Role;
import org.yongtong.platform.web.Who;

/** Papers scanned at the window. */
@Controller
@Allow(value = Who.STAFF, roles = Role.WINDOW)
class IntakePapersController {

  private final OpenIntake open;
  private final UploadPaper upload;
  private final RemovePaper remove;
  private final DeferPapers later;
  private final Attachments attachments;
  private final Catalogue catalogue;
  private final FileStore store;
  private final FileServing serving;

  IntakePapersController(
      OpenIntake open,
      UploadPaper upload,
      RemovePaper remove,
      DeferPapers later,
      Attachments attachments,
      Catalogue catalogue,
      FileStore store,
      FileServing serving) {
    this.open = open;
    this.upload = upload;
    this.remove = remove;
    this.later = later;
    this.attachments = attachments;
    this.catalogue = catalogue;
    this.store = store;
    this.serving = serving;
  }

  @GetMapping("/desk/intake/{draft}/papers")
  String papers(@PathVariable UUID draft, @AuthenticationPrincipal SignedIn me, Model model) {
    model.addAttribute("page", page(open.open(draft, me), null, null));
    return "casework/intake/papers";
  }

  @PostMapping("/desk/intake/{draft}/papers/{paper}")
  ModelAndView upload(
      @PathVariable UUID draft,
      @PathVariable String paper,
      @RequestParam List<MultipartFile> file,
      HttpServletRequest request,
      HttpServletResponse response,
      @AuthenticationPrincipal SignedIn me)
      throws IOException {
    OpenIntake.Opened opened = open.open(draft, me);
    for (MultipartFile one : file) {
      String name = Objects.requireNonNullElse(one.getOriginalFilename(), "");
      UploadPaper.Result result;
      try (var content = one.getInputStream()) {
        result = upload.upload(draft, paper, name, content, me, request.getRemoteAddr());
      }
      switch (result) {
        case UploadPaper.Result.Kept ignored -> {}
        case UploadPaper.Result.Refused(var message) -> {
          return again(opened, paper, message, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        case UploadPaper.Result.TooMany(var message) -> {
          response.setHeader(HttpHeaders.RETRY_AFTER, "60");
          return again(opened, paper, message, HttpStatus.TOO_MANY_REQUESTS);
        }
        case UploadPaper.Result.Closed ignored ->
            throw new ResponseStatusException(HttpStatus.CONFLICT);
        case UploadPaper.Result.NotFound ignored ->
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
      }
    }
    return new ModelAndView("redirect:/desk/intake/%s/papers#p-%s".formatted(draft, paper));
  }

  private ModelAndView again(
      OpenIntake.Opened opened, String paper, String problem, HttpStatus status) {
    return new ModelAndView(
        "casework/intake/papers", Map.of("page", page(opened, paper, problem)), status);
  }

  /** The applicant leaves a paper out for later, or not any more. */
  @PostMapping("/desk/intake/{draft}/papers/{paper}/later")
  ModelAndView later(
      @PathVariable UUID draft,
      @PathVariable String paper,
      @RequestParam(name = "later", defaultValue = "true") boolean wanted,
      @AuthenticationPrincipal SignedIn me) {
    OpenIntake.Opened opened = open.open(draft, me);
    return switch (later.choose(draft, paper, wanted, me)) {
      case DeferPapers.Result.Kept ignored ->
          new ModelAndView("redirect:/desk/intake/%s/papers#p-%s".formatted(draft, paper));
      case DeferPapers.Result.Refused(var message) ->
          again(opened, paper, message, HttpStatus.UNPROCESSABLE_CONTENT);
      case DeferPapers.Result.NotFound ignored ->
          throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    };
  }

  @PostMapping("/desk/intake/{draft}/files/{file}/remove")
  String remove(
      @PathVariable UUID draft, @PathVariable UUID file, @AuthenticationPrincipal SignedIn me) {
    open.open(draft, me);
    String key =
        remove
            .remove(draft, file, me)
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return PaperKey.field(key)
        .map(field -> "redirect:/desk/intake/%s/form#f-%s".formatted(draft, field))
        .orElse("redirect:/desk/intake/%s/papers".formatted(draft));
  }

  @GetMapping("/desk/intake/{draft}/files/{file}")
  ResponseEntity<Resource> look(
      @PathVariable UUID draft, @PathVariable UUID file, @AuthenticationPrincipal SignedIn me) {
    open.open(draft, me);
    return attachments
        .findInDraft(draft, file)
        .flatMap(
            one -> store.find(one.file()).map(stored -> serving.inert(stored, one.name(), true)))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private IntakePapersPage page(
      OpenIntake.Opened opened, @Nullable String wrong, @Nullable String problem) {
    Filing filing = opened.draft().filing();
    List<Attachments.Attachment> files = attachments.ofDraft(opened.draft().id());
    List<ServiceItem.Paper> needed =
        catalogue.papersFor(opened.item(), filing.values(), filing.applicant().facts());
    DeferPapers.Promise promise = open.promise(opened);
    String barred =
        !opened.correction() && DeferPapers.offers(opened.item())
            ? later.barred(filing).orElse(null)
            : null;
    return new IntakePapersPage(
        opened.head(3),
        opened.item().papers().stream()
            .filter(
                paper ->
                    opened.correction() ? opened.opensPaper(paper.id()) : needed.contains(paper))
            .map(
                paper ->
                    new IntakePapersPage.Paper(
                        paper.id(),
                        paper.name(),
                        paper.need().word(),
                        paper.note(),
                        opened.correction() ? null : filing.held().get(paper.id()),
                        opened.marks().stream()
                            .filter(mark -> !mark.field() && mark.path().equals(paper.id()))
                            .map(Marks.Mark::reason)
                            .findFirst()
                            .orElse(null),
                        files.stream()
                            .filter(one -> one.paper().equals(paper.id()))
                            .map(
                                one ->
                                    new IntakePapersPage.Uploaded(
                                        one.id().toString(), one.name(), one.sizeWord()))
                            .toList(),
                        paper.id().equals(wrong) ? problem : null,
                        opened.correction() ? null : later(paper, promise, barred),
                        opened.news(Revision.Part.PAPER).get(paper.id())))
            .toList());
  }

  private static PapersPage.@Nullable Later later(
      ServiceItem.Paper paper, DeferPapers.Promise promise, @Nullable String barred) {
    String words = DeferPapers.words(paper);
    return words == null ? null : new PapersPage.Later(words, promise.has(paper.id()), barred);
  }
}
